package io.safelight.catalog.message;

import java.util.Objects;

/**
 * What we read of {@code licence-issued.v1}: not who bought it.
 *
 * @param photoId the photo
 */
public record LicenceIssued(String photoId) {

	/**
	 * Refuses a message that does not say which photo.
	 * @throws NullPointerException if it does not
	 */
	public LicenceIssued {
		Objects.requireNonNull(photoId, "photoId is missing");
	}

}
