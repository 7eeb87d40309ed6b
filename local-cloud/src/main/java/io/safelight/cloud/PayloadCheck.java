package io.safelight.cloud;

import java.io.InputStream;

/**
 * Compares a body with what its request's signature says about it, while it is read.
 */
final class PayloadCheck {

	static final String UNSIGNED = "UNSIGNED-PAYLOAD";

	private static final String UNSIGNED_CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

	private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

	private final SigningKey key;

	private final Signature signature;

	private final String payload;

	PayloadCheck(SigningKey key, Signature signature, String payload) {
		this.key = key;
		this.signature = signature;
		this.payload = payload;
	}

	/**
	 * Wraps the body of a request.
	 * @param body the bytes as they come in
	 * @param length their number, -1 when it is not known
	 * @return the same bytes; reading fails with {@link RefusedBodyException} before the
	 * last of them when they are not those that were signed
	 */
	InputStream checked(InputStream body, long length) {
		return switch (this.payload) {
			case UNSIGNED, UNSIGNED_CHUNKS -> body;
			case SIGNED_CHUNKS -> new SignedChunksStream(body, new ChunkSignatures(this.key, this.signature), false);
			case SIGNED_CHUNKS + "-TRAILER" ->
				new SignedChunksStream(body, new ChunkSignatures(this.key, this.signature), true);
			default -> (length == 0) ? body : new HashedStream(body, length, this.payload);
		};
	}

}
