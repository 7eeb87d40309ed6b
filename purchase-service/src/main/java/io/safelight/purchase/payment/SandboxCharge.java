package io.safelight.purchase.payment;

/**
 * What the sandbox remembers of a charge.
 *
 * @param reference ours
 * @param buyerId who would have paid
 * @param amount in minor units
 * @param currency the ISO 4217 code
 * @param state {@code CHARGED}, {@code DECLINED} or {@code REFUNDED}
 * @param reason why it was declined, or empty
 * @param chargedAt when, as sortable text
 */
record SandboxCharge(String reference, String buyerId, long amount, String currency, String state, String reason,
		String chargedAt) {

	static final String CHARGED = "CHARGED";

	static final String DECLINED = "DECLINED";

	static final String REFUNDED = "REFUNDED";

	SandboxCharge refunded() {
		return new SandboxCharge(this.reference, this.buyerId, this.amount, this.currency, REFUNDED, this.reason,
				this.chargedAt);
	}

	ChargeResult result() {
		return this.state.equals(DECLINED) ? new ChargeResult.Declined(this.reason)
				: new ChargeResult.Charged("sandbox:" + this.reference);
	}

}
