package io.safelight.imaging.rendition;

/**
 * A copy that lies in a bucket.
 *
 * @param name which size, such as {@code w320}
 * @param bucket where it is
 * @param key where in the bucket
 * @param contentType {@code image/jpeg} or {@code image/webp}
 * @param width pixels
 * @param height pixels
 * @param bytes size of the file
 * @param sha256 of the file, lower-case hexadecimal
 */
public record StoredRendition(String name, String bucket, String key, String contentType, int width, int height,
		long bytes, String sha256) {
}
