package io.safelight.cloud;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that is derived from a secret for one day, region and service.
 */
final class SigningKey {

	static final String EMPTY_HASH = hash(new byte[0]);

	private final byte[] key;

	SigningKey(String secret, Credential credential) {
		byte[] day = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), credential.date());
		this.key = hmac(hmac(hmac(day, credential.region()), credential.service()), "aws4_request");
	}

	String sign(String text) {
		return HexFormat.of().formatHex(hmac(this.key, text));
	}

	static String hash(byte[] bytes) {
		return HexFormat.of().formatHex(sha256().digest(bytes));
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
