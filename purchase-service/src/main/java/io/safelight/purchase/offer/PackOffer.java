package io.safelight.purchase.offer;

import java.util.List;

import io.safelight.purchase.money.Money;

/**
 * A pack as the catalogue last spoke of it: several photos in one size for one price.
 *
 * @param offerId the row's key
 * @param version the catalogue's version of the pack
 * @param packId the pack
 * @param title its title
 * @param photoIds what is in it
 * @param size the size of all of them
 * @param price the price of the whole
 * @param onSale whether it can be bought
 */
public record PackOffer(String offerId, long version, String packId, String title, List<String> photoIds, String size,
		Money price, boolean onSale) {

	public PackOffer {
		photoIds = List.copyOf(photoIds);
	}

}
