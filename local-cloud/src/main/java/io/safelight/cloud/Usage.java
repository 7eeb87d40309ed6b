package io.safelight.cloud;

import java.util.Map;
import java.util.TreeMap;

/**
 * What AWS bills for, by names such as {@code dynamodb.write}: the units of the price
 * table of the benchmarks. Immutable.
 *
 * @param amounts how much of each unit
 */
public record Usage(Map<String, Double> amounts) {

	private static final long CHUNK = 64 * 1024;

	public Usage {
		amounts = Map.copyOf(amounts);
	}

	/**
	 * A call that costs nothing.
	 * @return no amounts
	 */
	public static Usage none() {
		return new Usage(Map.of());
	}

	/**
	 * So much of one unit.
	 * @param unit the unit's name
	 * @param amount how much of it
	 * @return the usage
	 */
	public static Usage of(String unit, double amount) {
		return new Usage(Map.of(unit, amount));
	}

	/**
	 * Requests as SQS and SNS bill them: one for each 64 KiB that was begun, and one for
	 * nothing at all.
	 * @param bytes of all messages of the call together
	 * @return the number of requests
	 */
	public static long chunks(long bytes) {
		return Math.max(1, Math.ceilDiv(bytes, CHUNK));
	}

	/**
	 * Both together.
	 * @param other the other
	 * @return the sums
	 */
	public Usage plus(Usage other) {
		Map<String, Double> sums = new TreeMap<>(this.amounts);
		other.amounts().forEach((unit, amount) -> sums.merge(unit, amount, Double::sum));
		return new Usage(sums);
	}

}
