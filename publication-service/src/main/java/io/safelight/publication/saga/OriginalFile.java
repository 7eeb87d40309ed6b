package io.safelight.publication.saga;

/**
 * An uploaded file, by reference.
 *
 * @param bucket the bucket it lies in
 * @param key its key there
 * @param sha256 its SHA-256 in lower-case hex, as checked by the upload
 * @param bytes its size
 * @param contentType what its first bytes say it is
 * @param width pixels after the orientation was applied
 * @param height pixels after the orientation was applied
 */
public record OriginalFile(String bucket, String key, String sha256, long bytes, String contentType, int width,
		int height) {
}
