package io.safelight.purchase.money;

import java.util.regex.Pattern;

/**
 * An amount of money that somebody pays or gets.
 *
 * @param amount in minor units (cents), not negative
 * @param currency the ISO 4217 code
 */
public record Money(long amount, String currency) {

	private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

	public Money {
		if (amount < 0) {
			throw new IllegalArgumentException("An amount of money is not negative: " + amount);
		}
		if (!CURRENCY.matcher(currency).matches()) {
			throw new IllegalArgumentException("A currency is a code of ISO 4217 such as EUR, not '" + currency + "'");
		}
	}

	/**
	 * The sum.
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Money plus(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException(this.currency + " and " + other.currency + " do not add up");
		}
		return new Money(Math.addExact(this.amount, other.amount), this.currency);
	}

	@Override
	public String toString() {
		return this.amount + " " + this.currency;
	}

}
