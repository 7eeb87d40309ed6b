package io.safelight.catalog.message;

/**
 * A file that imaging has made. Where a file for sale lies is nobody's business outside
 * the services: it never leaves through the public API.
 *
 * @param name the size's name, such as {@code w320} or {@code full}
 * @param bucket the bucket it is in
 * @param key its key there
 * @param width pixels
 * @param height pixels
 * @param bytes its length
 * @param sha256 lower-case hex
 */
public record StoredFile(String name, String bucket, String key, int width, int height, long bytes, String sha256) {
}
