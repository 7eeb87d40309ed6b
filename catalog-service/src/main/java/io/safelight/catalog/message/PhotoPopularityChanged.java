package io.safelight.catalog.message;

/**
 * {@code photo-popularity-changed.v1}: how often a photo was licensed up to now.
 *
 * @param photoId the photo
 * @param sold how often
 */
public record PhotoPopularityChanged(String photoId, long sold) {
}
