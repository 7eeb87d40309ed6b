package io.safelight.publication.saga;

/**
 * Where the original is kept.
 *
 * @param bucket the bucket
 * @param key its key there
 * @param sha256 its SHA-256 in lower-case hex
 * @param storageClass S3's storage class
 */
public record ArchivedOriginal(String bucket, String key, String sha256, String storageClass) {
}
