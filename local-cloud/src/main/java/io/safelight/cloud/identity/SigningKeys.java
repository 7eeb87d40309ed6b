package io.safelight.cloud.identity;

import java.text.ParseException;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.safelight.cloud.DurableMap;

/**
 * The key that signs tokens. It is made once and kept, so that tokens are good after a
 * restart.
 */
final class SigningKeys {

	private static final String NAME = "current";

	private final DurableMap<Stored> keys;

	SigningKeys(DurableMap<Stored> keys) {
		this.keys = keys;
	}

	RSAKey current() {
		return parsed(this.keys.get(NAME).orElseGet(this::create));
	}

	private Stored create() {
		try {
			RSAKey key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString())
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
			Stored stored = new Stored(key.toJSONString());
			this.keys.put(NAME, stored);
			return stored;
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey parsed(Stored stored) {
		try {
			return RSAKey.parse(stored.jwk());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The stored signing key cannot be read", ex);
		}
	}

	/**
	 * A key as it is stored.
	 *
	 * @param jwk the whole key, private part included, as a JSON Web Key
	 */
	record Stored(String jwk) {

	}

}
