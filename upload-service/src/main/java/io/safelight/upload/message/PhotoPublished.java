package io.safelight.upload.message;

/**
 * Read: the photo is on sale and its original in the archive.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 */
public record PhotoPublished(String photoId, String contributorId) {

	public PhotoPublished {
		Required.field(photoId, "photoId");
		Required.field(contributorId, "contributorId");
	}

}
