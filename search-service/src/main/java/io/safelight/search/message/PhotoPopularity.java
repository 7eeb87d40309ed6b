package io.safelight.search.message;

import java.util.Objects;

/**
 * {@code photo-popularity-changed.v1}: how often a photo was licensed up to now.
 *
 * @param photoId the photo
 * @param sold how often
 */
public record PhotoPopularity(String photoId, long sold) {

	/**
	 * Refuses a message that does not say which photo.
	 * @throws NullPointerException if it does not
	 */
	public PhotoPopularity {
		Objects.requireNonNull(photoId, "photoId is missing");
	}

}
