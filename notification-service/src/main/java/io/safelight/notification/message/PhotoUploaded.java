package io.safelight.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * An upload is complete.
 *
 * @param contributorId who uploaded
 * @param email where they can be reached, if known
 */
public record PhotoUploaded(String contributorId, @Nullable String email) {

	public PhotoUploaded {
		Required.field(contributorId, "contributorId");
	}

}
