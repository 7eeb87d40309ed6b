package io.safelight.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * An upload was given up before it became a photo.
 *
 * @param uploadId the upload
 * @param contributorId who began it
 * @param email where they can be reached, if known
 * @param fileName the name of the file
 * @param reason {@code expired}, or why its bytes were refused
 */
public record UploadAbandoned(String uploadId, String contributorId, @Nullable String email, String fileName,
		String reason) {

	public UploadAbandoned {
		Required.field(uploadId, "uploadId");
		Required.field(contributorId, "contributorId");
		Required.field(fileName, "fileName");
		Required.field(reason, "reason");
	}

}
