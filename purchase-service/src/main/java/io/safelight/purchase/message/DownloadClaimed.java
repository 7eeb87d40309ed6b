package io.safelight.purchase.message;

/**
 * The buyer has claimed a link.
 *
 * @param linkId the link
 * @param licenceId the licence that it is for
 * @param buyerId whose it is
 * @param photoId the photo
 */
public record DownloadClaimed(String linkId, String licenceId, String buyerId, String photoId) {

	/** The wire name. */
	public static final String TYPE = "download-claimed.v1";

}
