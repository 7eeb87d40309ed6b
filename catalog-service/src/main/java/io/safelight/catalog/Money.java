package io.safelight.catalog;

import java.util.Currency;

/**
 * A sum of money.
 *
 * @param amount in minor units, such as cents
 * @param currency ISO 4217, such as EUR
 */
public record Money(long amount, String currency) {

	/**
	 * Checks the parts.
	 * @throws IllegalArgumentException if the amount is negative or the currency unknown
	 */
	public Money {
		if (amount < 0) {
			throw new IllegalArgumentException("An amount of money must not be negative: give minor units from 0");
		}
		Currency.getInstance(currency);
	}

}
