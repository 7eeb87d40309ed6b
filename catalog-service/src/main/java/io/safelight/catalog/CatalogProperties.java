package io.safelight.catalog;

import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the owner of the shop decides.
 *
 * @param currency the currency of the price list, ISO 4217
 * @param prices for each sale size its price in minor units; a size without a price is
 * not offered
 * @param categories the categories that a photo may be put in
 */
@ConfigurationProperties("safelight.catalog")
public record CatalogProperties(String currency, Map<String, Long> prices, List<String> categories) {

	/**
	 * Checks the configuration at start.
	 * @throws IllegalArgumentException if a price or the currency is impossible
	 */
	public CatalogProperties {
		prices = Map.copyOf(prices);
		categories = List.copyOf(categories);
		if (prices.isEmpty()) {
			throw new IllegalArgumentException("safelight.catalog.prices is empty: name at least one sale size");
		}
		prices.values().forEach((amount) -> new Money(amount, currency));
	}

}
