package io.safelight.purchase.message;

/**
 * The encrypted copy is there: a link can be minted.
 *
 * @param licenceId the licence
 * @param orderId the order that it was bought with
 * @param buyerId whose it is
 * @param photoId the photo
 * @param title its title when it was bought
 * @param size the size
 */
public record PurchaseReady(String licenceId, String orderId, String buyerId, String photoId, String title,
		String size) {

	/** The wire name. */
	public static final String TYPE = "purchase-ready.v1";

}
