package io.safelight.purchase.payment;

/**
 * What became of a charge.
 */
public sealed interface ChargeResult {

	/**
	 * The money was taken.
	 *
	 * @param chargeId the payment provider's name for it
	 */
	record Charged(String chargeId) implements ChargeResult {
	}

	/**
	 * It was refused, for good.
	 *
	 * @param reason what a person may be told
	 */
	record Declined(String reason) implements ChargeResult {
	}

}
