package io.safelight.notification.message;

/**
 * The copy that a buyer paid for can be fetched.
 *
 * @param licenceId the right to it
 * @param buyerId who bought it
 * @param title what the photo is called
 */
public record PurchaseReady(String licenceId, String buyerId, String title) {

	public PurchaseReady {
		Required.field(licenceId, "licenceId");
		Required.field(buyerId, "buyerId");
		Required.field(title, "title");
	}

}
