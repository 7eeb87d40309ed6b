package io.safelight.purchase.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Ids that are chosen again when the same thing is done again: a retry after a crash
 * finds what the first try left.
 */
final class DerivedId {

	private DerivedId() {
	}

	/** The UUID (version 8, RFC 9562) that these parts always lead to. */
	static String of(String kind, String... parts) {
		ByteBuffer digest = ByteBuffer.wrap(digest(kind, parts));
		long high = (digest.getLong() & ~0xF000L) | 0x8000L;
		long low = (digest.getLong() & ~0xC000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
		return new UUID(high, low).toString();
	}

	/** The SHA-256 of these parts, in lower-case hex. */
	static String fingerprint(String kind, String... parts) {
		return HexFormat.of().formatHex(digest(kind, parts));
	}

	/** Each part goes in with its length, so that no two lists of parts look the same. */
	private static byte[] digest(String kind, String... parts) {
		MessageDigest sha256 = sha256();
		sha256.update((kind + "\n").getBytes(StandardCharsets.UTF_8));
		for (String part : List.of(parts)) {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
			sha256.update(bytes);
		}
		return sha256.digest();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
