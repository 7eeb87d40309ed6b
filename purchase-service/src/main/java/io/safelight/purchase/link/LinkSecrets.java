package io.safelight.purchase.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets and what is kept of them. Thread-safe.
 */
class LinkSecrets {

	private static final int SECRET_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final Pepper pepper;

	LinkSecrets(Pepper pepper) {
		this.pepper = pepper;
	}

	/** A new secret. It is shown once and stored nowhere. */
	String secret() {
		return base64(random(SECRET_BYTES));
	}

	byte[] random(int count) {
		byte[] bytes = new byte[count];
		this.random.nextBytes(bytes);
		return bytes;
	}

	/** What is stored of a secret: which pepper, and the HMAC. */
	String stored(String secret) {
		return pepperId() + ":" + HexFormat.of().formatHex(hmac("secret", secret));
	}

	/** Compares in constant time. */
	boolean matches(String secret, String stored) {
		return MessageDigest.isEqual(stored(secret).getBytes(StandardCharsets.US_ASCII),
				stored.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Whether the HMAC was made with the pepper of now; otherwise all such links are
	 * dead.
	 */
	boolean isCurrent(String stored) {
		return stored.startsWith(pepperId() + ":");
	}

	/** The HMAC of an idempotency key. */
	String ofKey(String linkId, String key) {
		return HexFormat.of().formatHex(hmac("key", linkId + "\n" + key));
	}

	/** The bytes that an idempotency key always leads to, for the id of a link. */
	byte[] chosen(String licenceId, String key) {
		return hmac("link", licenceId + "\n" + key);
	}

	/** What the claimant's cookie holds: proof of the claim, which need not be stored. */
	String cookie(String claimId) {
		return claimId + "." + base64(hmac("claim", claimId));
	}

	boolean isCookieOf(String cookie, String claimId) {
		return MessageDigest.isEqual(cookie.getBytes(StandardCharsets.UTF_8),
				cookie(claimId).getBytes(StandardCharsets.UTF_8));
	}

	private String pepperId() {
		return HexFormat.of().formatHex(hmac("pepper", ""), 0, 4);
	}

	private byte[] hmac(String purpose, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.pepper.bytes(), "HmacSHA256"));
			return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
