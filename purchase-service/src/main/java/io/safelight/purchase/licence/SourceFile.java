package io.safelight.purchase.licence;

/**
 * The file that was bought, as it was offered: a later edit of the offer changes nothing.
 *
 * @param bucket where it is
 * @param key its key
 * @param sha256 of its bytes, in lower-case hex
 * @param bytes its size
 */
public record SourceFile(String bucket, String key, String sha256, long bytes) {
}
