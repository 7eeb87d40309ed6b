package io.safelight.purchase.payment;

import io.safelight.purchase.money.Money;

/**
 * Whoever takes the money. Both acts may be repeated: a reference is charged once and
 * refunded once, however often it is asked for.
 */
public interface Payments {

	/**
	 * Charges the buyer, or says again what became of this reference.
	 * @param reference ours, the same for every try of one order
	 * @param buyerId who pays
	 * @param amount how much
	 * @param method what the buyer pays with
	 * @return what became of it
	 * @throws PaymentsUnavailableException if nobody can say now; the same call may be
	 * made again
	 */
	ChargeResult charge(String reference, String buyerId, Money amount, String method);

	/**
	 * Gives back what was charged under this reference, if anything was.
	 * @throws PaymentsUnavailableException as above
	 */
	void refund(String reference);

}
