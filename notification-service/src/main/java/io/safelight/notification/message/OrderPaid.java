package io.safelight.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * Money was taken.
 *
 * @param buyerId who paid
 * @param email where they can be reached, if known
 */
public record OrderPaid(String buyerId, @Nullable String email) {

	public OrderPaid {
		Required.field(buyerId, "buyerId");
	}

}
