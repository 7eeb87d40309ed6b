package io.safelight.messaging.test.alarms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an application's {@code /actuator/prometheus} said at one moment, in Prometheus's
 * text format.
 *
 * @param samples every number of it
 */
public record Scrape(List<Sample> samples) {

	private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+).*");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	public Scrape {
		samples = List.copyOf(samples);
	}

	/** Reads the text. */
	public static Scrape of(String text) {
		return new Scrape(
				text.lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).map(Scrape::sample).toList());
	}

	private static Sample sample(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("No sample: " + line);
		}
		Map<String, String> labels = new HashMap<>();
		labels.put(Sample.NAME, matcher.group(1));
		if (matcher.group(2) != null) {
			LABEL.matcher(matcher.group(2)).results().forEach((label) -> labels.put(label.group(1), label.group(2)));
		}
		return new Sample(labels, number(matcher.group(3)));
	}

	static double number(String text) {
		return switch (text) {
			case "+Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

}
