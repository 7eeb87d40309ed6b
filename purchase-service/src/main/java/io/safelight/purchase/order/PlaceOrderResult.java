package io.safelight.purchase.order;

/**
 * What became of a request to buy.
 */
sealed interface PlaceOrderResult {

	/**
	 * It is bought.
	 *
	 * @param order the order
	 * @param first whether it was this request that made it
	 */
	record Done(Order order, boolean first) implements PlaceOrderResult {
	}

	/**
	 * It is not to be.
	 *
	 * @param refusal why
	 */
	record Refused(Refusal refusal) implements PlaceOrderResult {
	}

}
