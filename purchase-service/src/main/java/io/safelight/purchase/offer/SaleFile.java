package io.safelight.purchase.offer;

/**
 * The file of a purchasable size.
 *
 * @param bucket where it is
 * @param key its key
 * @param sha256 of its bytes, in lower-case hex
 */
public record SaleFile(String bucket, String key, String sha256) {
}
