package io.safelight.upload.message;

/**
 * Read: the publication gave up and undid everything.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param reason why, for people
 */
public record PublicationFailed(String photoId, String contributorId, String reason) {

	public PublicationFailed {
		Required.field(photoId, "photoId");
		Required.field(contributorId, "contributorId");
		Required.field(reason, "reason");
	}

}
