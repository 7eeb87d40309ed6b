package io.safelight.search.message;

import java.util.Objects;

/**
 * {@code photo-withdrawn.v1}: a photo is no longer on sale, or never was.
 *
 * @param photoId the photo
 */
public record PhotoWithdrawn(String photoId) {

	/**
	 * Refuses a message that does not say which photo.
	 * @throws NullPointerException if it does not
	 */
	public PhotoWithdrawn {
		Objects.requireNonNull(photoId, "photoId is missing");
	}

}
