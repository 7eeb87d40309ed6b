package io.safelight.purchase.order;

import io.safelight.purchase.licence.SourceFile;
import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One photo of an order, at the price and with the file that were offered.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param title its title
 * @param size the size
 * @param width in pixels
 * @param height in pixels
 * @param price its price, or its part of the price of the pack
 * @param licenceId the licence that the buyer gets for it
 * @param packId the pack that it is bought with, if any
 * @param source the file
 */
record OrderLine(String photoId, String contributorId, String title, String size, int width, int height, Money price,
		String licenceId, @Nullable String packId, SourceFile source) {
}
