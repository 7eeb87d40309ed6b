package io.safelight.purchase.message;

import java.util.List;

import io.safelight.purchase.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money was taken.
 *
 * @param orderId the order
 * @param buyerId who bought
 * @param email where the buyer can be reached, if known
 * @param lines the photos
 * @param total what was paid
 */
public record OrderPaid(String orderId, String buyerId, @Nullable String email, List<Line> lines, Money total) {

	/** The wire name. */
	public static final String TYPE = "order-paid.v1";

	public OrderPaid {
		lines = List.copyOf(lines);
	}

	/**
	 * One photo of the order.
	 *
	 * @param photoId the photo
	 * @param title its title when it was bought
	 * @param size the size
	 * @param price its price, or its part of the price of a pack
	 */
	public record Line(String photoId, String title, String size, Money price) {
	}

}
