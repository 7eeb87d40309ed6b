package io.safelight.benchmarks.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of one candidate.
 */
final class Figures {

	private final List<Double> rates = new ArrayList<>();

	private final List<Double> busyAges = new ArrayList<>();

	private final List<Double> calmAges = new ArrayList<>();

	private final Map<String, Long> busyCalls = new TreeMap<>();

	private int busyEvents;

	private long calmCalls;

	private int calmEvents;

	private int missing;

	void busy(Journey journey, Map<String, Long> calls) {
		this.rates.add(journey.eventsPerSecond());
		this.busyAges.addAll(journey.ages());
		this.busyEvents += journey.events();
		this.missing += journey.missing();
		calls.forEach((operation, count) -> this.busyCalls.merge(operation, count, Long::sum));
	}

	void calm(Journey journey, Map<String, Long> calls) {
		this.calmAges.addAll(journey.ages());
		this.calmEvents += journey.events();
		this.missing += journey.missing();
		this.calmCalls += calls.values().stream().mapToLong(Long::longValue).sum();
	}

	double rate() {
		return percentile(this.rates, 0.5);
	}

	double slowest() {
		return percentile(this.rates, 0);
	}

	double fastest() {
		return percentile(this.rates, 1);
	}

	double busyAge(double share) {
		return percentile(this.busyAges, share);
	}

	double calmAge(double share) {
		return percentile(this.calmAges, share);
	}

	double busyCallsPerEvent() {
		return this.busyCalls.values().stream().mapToLong(Long::longValue).sum() / (double) this.busyEvents;
	}

	double calmCallsPerEvent() {
		return this.calmCalls / (double) this.calmEvents;
	}

	int missing() {
		return this.missing;
	}

	Map<String, Double> callsPerEvent() {
		Map<String, Double> calls = new TreeMap<>();
		this.busyCalls.forEach((operation, count) -> calls.put(operation, count / (double) this.busyEvents));
		return calls;
	}

	static double percentile(List<Double> values, double share) {
		List<Double> sorted = values.stream().sorted().toList();
		return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(share * (sorted.size() - 1)));
	}

}
