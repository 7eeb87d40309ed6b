package io.safelight.purchase.order;

import java.util.List;

import io.safelight.purchase.money.Money;

/**
 * What an order would be.
 *
 * @param lines the photos, at least one
 * @param total what they cost together
 */
record Quote(List<OrderLine> lines, Money total) {

	Quote {
		lines = List.copyOf(lines);
	}

}
