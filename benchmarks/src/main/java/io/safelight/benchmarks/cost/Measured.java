package io.safelight.benchmarks.cost;

import java.time.Instant;
import java.util.Map;

/**
 * What the running system asked of AWS.
 *
 * @param at when it was measured
 * @param idlePerHour what each process asks while nobody does anything
 * @param photo one photo, from the announcement until all services have heard of it
 * @param purchase one purchase, from the order until the file was handed over
 * @param view one page that somebody looks at
 * @param buyer what a buyer's first purchase asks besides
 * @param idleProcessorSecondsPerHour of all processes together
 */
record Measured(Instant at, Map<String, Amounts> idlePerHour, Portion photo, Portion purchase, Portion view,
		Amounts buyer, double idleProcessorSecondsPerHour) {

	/** One instance of each process. */
	Amounts idlePerHourOfAll() {
		return this.idlePerHour.values().stream().reduce(Amounts.NONE, Amounts::plus);
	}

	/**
	 * What one thing takes.
	 *
	 * @param number how many were measured
	 * @param calls by service and operation
	 * @param usage billed units
	 * @param stored bytes that stay, by the units of storage
	 * @param processorSeconds of all processes together
	 */
	record Portion(int number, Amounts calls, Amounts usage, Amounts stored, double processorSeconds) {
	}

}
