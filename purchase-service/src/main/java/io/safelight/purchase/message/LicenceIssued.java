package io.safelight.purchase.message;

/**
 * A right was granted; it lasts.
 *
 * @param licenceId the licence
 * @param orderId the order that it was bought with
 * @param buyerId whose it is
 * @param photoId the photo
 * @param size the size
 * @param terms the terms, with their version
 */
public record LicenceIssued(String licenceId, String orderId, String buyerId, String photoId, String size,
		String terms) {

	/** The wire name. */
	public static final String TYPE = "licence-issued.v1";

}
