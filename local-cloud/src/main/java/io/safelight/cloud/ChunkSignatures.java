package io.safelight.cloud;

import java.nio.charset.StandardCharsets;

/**
 * The chain of signatures of a body in signed chunks: each covers the one before. After
 * AWS's "Signature calculations for chunked uploads".
 */
final class ChunkSignatures {

	private final SigningKey key;

	private final Signature seed;

	private String previous;

	ChunkSignatures(SigningKey key, Signature seed) {
		this.key = key;
		this.seed = seed;
		this.previous = seed.value();
	}

	/**
	 * Checks the next chunk.
	 * @param hash SHA-256 of its data
	 * @param signature the signature it came with
	 * @throws RefusedBodyException when it was not signed so
	 */
	void checkChunk(String hash, String signature) throws RefusedBodyException {
		check("AWS4-HMAC-SHA256-PAYLOAD", SigningKey.EMPTY_HASH + "\n" + hash, signature);
	}

	/**
	 * Checks the trailing headers.
	 * @param trailer the lines {@code name:value}, each with its line feed
	 * @param signature the signature they came with
	 * @throws RefusedBodyException when they were not signed so
	 */
	void checkTrailer(String trailer, String signature) throws RefusedBodyException {
		check("AWS4-HMAC-SHA256-TRAILER", SigningKey.hash(trailer.getBytes(StandardCharsets.UTF_8)), signature);
	}

	private void check(String algorithm, String what, String signature) throws RefusedBodyException {
		String expected = this.key.sign(String.join("\n", algorithm, this.seed.timestamp(),
				this.seed.credential().scope(), this.previous, what));
		if (!SignatureCheck.same(expected, signature)) {
			throw new RefusedBodyException(new AwsError(403, "SignatureDoesNotMatch",
					"The signature of a chunk does not match the one that was calculated."));
		}
		this.previous = expected;
	}

}
