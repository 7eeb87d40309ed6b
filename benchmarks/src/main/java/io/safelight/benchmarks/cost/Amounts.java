package io.safelight.benchmarks.cost;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How much of each unit that a price is asked for, such as {@code dynamodb.write}. Names
 * that begin with {@value #COUNT} are counted and cost nothing. Immutable.
 *
 * @param byUnit the amounts
 */
record Amounts(Map<String, Double> byUnit) {

	static final String COUNT = "count.";

	static final Amounts NONE = new Amounts(Map.of());

	Amounts {
		byUnit = new TreeMap<>(byUnit);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Amounts read(Map<String, Double> byUnit) {
		return new Amounts(byUnit);
	}

	@JsonValue
	Map<String, Double> written() {
		return this.byUnit;
	}

	static Amounts of(String unit, double amount) {
		return new Amounts(Map.of(unit, amount));
	}

	double of(String unit) {
		return this.byUnit.getOrDefault(unit, 0.0);
	}

	/** The sum of all units with this beginning. */
	double sumOf(String prefix) {
		return only((unit) -> unit.startsWith(prefix)).byUnit()
			.values()
			.stream()
			.mapToDouble(Double::doubleValue)
			.sum();
	}

	Amounts only(Predicate<String> wanted) {
		Map<String, Double> some = new TreeMap<>(this.byUnit);
		some.keySet().removeIf(wanted.negate());
		return new Amounts(some);
	}

	Amounts plus(Amounts other) {
		Map<String, Double> sums = new TreeMap<>(this.byUnit);
		other.byUnit().forEach((unit, amount) -> sums.merge(unit, amount, Double::sum));
		return new Amounts(sums);
	}

	/** What is left; what would be negative was noise, and is nothing. */
	Amounts minus(Amounts other) {
		Map<String, Double> left = new TreeMap<>(this.byUnit);
		left.replaceAll((unit, amount) -> Math.max(0, amount - other.of(unit)));
		return new Amounts(left);
	}

	Amounts times(double factor) {
		Map<String, Double> products = new TreeMap<>(this.byUnit);
		products.replaceAll((unit, amount) -> amount * factor);
		return new Amounts(products);
	}

	/** The same amounts of another unit. */
	Amounts renamed(String unit, String other) {
		Map<String, Double> renamed = new TreeMap<>(this.byUnit);
		Double amount = renamed.remove(unit);
		if (amount != null) {
			renamed.merge(other, amount, Double::sum);
		}
		return new Amounts(renamed);
	}

}
