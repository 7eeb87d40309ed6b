package io.safelight.purchase.message;

/**
 * The whole file was handed over.
 *
 * @param linkId the link
 * @param licenceId the licence that it is for
 * @param buyerId whose it is
 * @param photoId the photo
 * @param bytes the size of the file
 */
public record DownloadConsumed(String linkId, String licenceId, String buyerId, String photoId, long bytes) {

	/** The wire name. */
	public static final String TYPE = "download-consumed.v1";

}
