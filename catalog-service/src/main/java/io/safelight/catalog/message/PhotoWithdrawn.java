package io.safelight.catalog.message;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * {@code photo-withdrawn.v1}: a photo is no longer on sale, or never was.
 *
 * @param photoId the photo
 * @param contributorId whose it is, if known
 * @param reason why, in words for people
 * @param epoch the epoch of the command that this answers; 0 if a person withdrew it
 */
public record PhotoWithdrawn(String photoId, @Nullable String contributorId, String reason, int epoch) {

	/**
	 * Refuses a message that does not say which photo.
	 * @throws NullPointerException if it does not
	 */
	public PhotoWithdrawn {
		Objects.requireNonNull(photoId, "photoId is missing");
	}

}
