package io.safelight.simulation.port;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

/**
 * Each user's key, without a key service.
 */
final class Keys {

	static final MaterialProviders MATERIALS = MaterialProviders.builder()
		.MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
		.build();

	private static final int KEY_BYTES = 32;

	private final Map<String, String> byUser = new HashMap<>();

	String keyOf(String userId) {
		return this.byUser.computeIfAbsent(userId, (user) -> "key-of-" + user);
	}

	/** The same bytes for the same key. */
	static IKeyring keyring(String keyId) {
		byte[] bytes = new byte[KEY_BYTES];
		ByteBuffer.wrap(bytes).putInt(keyId.hashCode());
		return MATERIALS.CreateRawAesKeyring(CreateRawAesKeyringInput.builder()
			.keyNamespace("simulation")
			.keyName(keyId)
			.wrappingKey(ByteBuffer.wrap(bytes))
			.wrappingAlg(AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16)
			.build());
	}

}
