package io.safelight.notification.message;

/**
 * A photo could not be published, and everything was undone.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param fileName the name of the file that was uploaded
 * @param reason what failed
 */
public record PublicationFailed(String photoId, String contributorId, String fileName, String reason) {

	public PublicationFailed {
		Required.field(photoId, "photoId");
		Required.field(contributorId, "contributorId");
		Required.field(fileName, "fileName");
		Required.field(reason, "reason");
	}

}
