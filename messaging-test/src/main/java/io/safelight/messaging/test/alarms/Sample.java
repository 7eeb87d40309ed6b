package io.safelight.messaging.test.alarms;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * One number of one time series.
 *
 * @param labels what tells it from others; of what was scraped, {@code __name__} too
 * @param value the number
 */
public record Sample(Map<String, String> labels, double value) {

	static final String NAME = "__name__";

	public Sample {
		labels = Map.copyOf(labels);
	}

	Sample with(double other) {
		return new Sample(this.labels, other);
	}

	/** The labels of these names, or all others. */
	Map<String, String> labels(Collection<String> names, boolean others) {
		Map<String, String> some = new TreeMap<>(this.labels);
		some.keySet().removeIf((name) -> names.contains(name) == others);
		return some;
	}

}
