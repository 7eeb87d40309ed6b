package io.safelight.purchase.offer;

import java.util.List;
import java.util.Optional;

/**
 * A photo as the catalogue last spoke of it. After its withdrawal the row stays as a
 * tombstone, so that older news that come later change nothing.
 *
 * @param offerId the row's key
 * @param version the catalogue's version of the photo
 * @param photoId the photo
 * @param contributorId whose it is
 * @param title its title; empty in a tombstone
 * @param onSale whether it can be bought
 * @param sizes the sizes; none in a tombstone
 */
public record PhotoOffer(String offerId, long version, String photoId, String contributorId, String title,
		boolean onSale, List<SizeOffer> sizes) {

	public PhotoOffer {
		sizes = List.copyOf(sizes);
	}

	/** The offer of this size, while the photo is on sale. */
	public Optional<SizeOffer> size(String name) {
		return this.sizes.stream().filter((offer) -> this.onSale && offer.size().equals(name)).findFirst();
	}

}
