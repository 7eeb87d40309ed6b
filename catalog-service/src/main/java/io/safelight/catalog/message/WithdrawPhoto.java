package io.safelight.catalog.message;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Publication's command to take a photo off sale again.
 *
 * @param photoId the photo
 * @param epoch the try of the saga's step; the reply repeats it
 * @param reason why, in words for people
 */
public record WithdrawPhoto(String photoId, int epoch, @Nullable String reason) {

	/**
	 * Refuses a command that does not say which photo.
	 * @throws NullPointerException if it does not
	 */
	public WithdrawPhoto {
		Objects.requireNonNull(photoId, "photoId is missing");
	}

}
