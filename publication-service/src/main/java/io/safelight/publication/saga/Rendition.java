package io.safelight.publication.saga;

/**
 * One file that was made of the original.
 *
 * @param name which one, such as {@code w320} or {@code full}
 * @param bucket the bucket it lies in
 * @param key its key there
 * @param contentType its type
 * @param width pixels
 * @param height pixels
 * @param bytes its size
 * @param sha256 its SHA-256 in lower-case hex
 */
public record Rendition(String name, String bucket, String key, String contentType, int width, int height, long bytes,
		String sha256) {
}
