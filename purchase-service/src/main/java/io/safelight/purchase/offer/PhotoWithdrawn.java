package io.safelight.purchase.offer;

/**
 * What we read of {@code photo-withdrawn}.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 */
record PhotoWithdrawn(String photoId, String contributorId) {
}
