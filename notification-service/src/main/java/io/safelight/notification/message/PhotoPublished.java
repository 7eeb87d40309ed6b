package io.safelight.notification.message;

/**
 * A photo is on sale.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param title what it is called
 */
public record PhotoPublished(String photoId, String contributorId, String title) {

	public PhotoPublished {
		Required.field(photoId, "photoId");
		Required.field(contributorId, "contributorId");
		Required.field(title, "title");
	}

}
