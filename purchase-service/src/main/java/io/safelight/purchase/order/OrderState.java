package io.safelight.purchase.order;

/**
 * How far an order has come.
 */
enum OrderState {

	/**
	 * Accepted at a price and not yet paid; whatever crashes now, it is finished later.
	 */
	PLACED,

	/** Paid; the licences are issued. */
	PAID,

	/** Not to be: nothing was taken, or it was given back. */
	REFUSED

}
