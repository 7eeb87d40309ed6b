package io.safelight.benchmarks.cost;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/**
 * The dated price table.
 *
 * @param region whose prices they are
 * @param written when the table was written
 * @param note how good it is
 * @param prices by unit
 */
record Prices(String region, LocalDate written, String note, Map<String, Price> prices) {

	private static final String TABLE = "/cost/prices-us-east-1-2026-11-22.json";

	static Prices load() {
		try (InputStream table = Prices.class.getResourceAsStream(TABLE)) {
			return JsonMapper.shared().readValue(Objects.requireNonNull(table), Prices.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * US dollars for one unit's amount in a month.
	 * @throws IllegalArgumentException if nobody knows the price
	 */
	double cost(String unit, double amount) {
		return Optional.ofNullable(this.prices.get(unit))
			.orElseThrow(() -> new IllegalArgumentException("There is no price for " + unit))
			.cost(amount);
	}

	/** US dollars for all of it in a month. */
	double cost(Amounts amounts) {
		return amounts.only((unit) -> !unit.startsWith(Amounts.COUNT))
			.byUnit()
			.entrySet()
			.stream()
			.mapToDouble((unit) -> cost(unit.getKey(), unit.getValue()))
			.sum();
	}

}
