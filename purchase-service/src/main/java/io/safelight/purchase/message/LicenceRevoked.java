package io.safelight.purchase.message;

import org.jspecify.annotations.Nullable;

/**
 * A right was taken back: its copy and its links are gone.
 *
 * @param licenceId the licence
 * @param orderId the order that it was bought with
 * @param photoId the photo
 * @param size the size
 * @param buyerId whose it was; nobody if that is erased
 * @param reason why, for people
 */
public record LicenceRevoked(String licenceId, String orderId, String photoId, String size, @Nullable String buyerId,
		String reason) {

	/** The wire name. */
	public static final String TYPE = "licence-revoked.v1";

}
