package io.safelight.messaging.test.alarms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of PromQL that our alarms use: selectors, {@code rate}, {@code increase},
 * {@code sum by}, {@code histogram_quantile}, a division and a comparison with a number.
 * Everything else is refused. It is evaluated over two scrapes; the ranges in brackets
 * are taken for the time between them.
 *
 * <p>
 * As in Prometheus, a series that was not there before has not increased: a counter must
 * be registered with zero, or its first event goes unseen.
 */
final class Expression {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(\"[^\"]*\"|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|\\[\\w+]|!=|=~|!~|[-(){},=></])");

	private final List<String> tokens = new ArrayList<>();

	private final Scrape before;

	private final Scrape after;

	private final double seconds;

	private int position;

	private Expression(String text, Scrape before, Scrape after, double seconds) {
		Matcher matcher = TOKEN.matcher(text);
		int end = 0;
		while (matcher.lookingAt() && matcher.end() > end) {
			this.tokens.add(matcher.group(1));
			end = matcher.end();
			matcher.region(end, text.length());
		}
		if (end < text.stripTrailing().length()) {
			throw new IllegalArgumentException("Not of the subset: " + text.substring(end));
		}
		this.before = before;
		this.after = after;
		this.seconds = seconds;
	}

	/**
	 * Evaluates an expression.
	 * @return what is left of it: an alarm fires if that is anything
	 * @throws IllegalArgumentException if it is not of the subset
	 */
	static List<Sample> evaluate(String text, Scrape before, Scrape after, double seconds) {
		Expression expression = new Expression(text, before, after, seconds);
		List<Sample> result = expression.comparison();
		if (expression.position < expression.tokens.size()) {
			throw new IllegalArgumentException("Not of the subset: " + text);
		}
		return result;
	}

	private List<Sample> comparison() {
		List<Sample> left = ratio();
		boolean greater = next().equals(">");
		double limit = Double.parseDouble(next());
		return left.stream().filter((sample) -> greater ? sample.value() > limit : sample.value() < limit).toList();
	}

	private List<Sample> ratio() {
		List<Sample> left = term();
		if (!peek().equals("/")) {
			return left;
		}
		next();
		Map<Map<String, String>, Double> right = new LinkedHashMap<>();
		term().forEach((sample) -> right.put(sample.labels(), sample.value()));
		return left.stream()
			.filter((sample) -> right.containsKey(sample.labels()))
			.map((sample) -> sample.with(sample.value() / right.getOrDefault(sample.labels(), Double.NaN)))
			.toList();
	}

	private List<Sample> term() {
		return switch (peek()) {
			case "sum" -> sum();
			case "rate" -> increase(this.seconds);
			case "increase" -> increase(1);
			case "histogram_quantile" -> quantile();
			default -> select(this.after);
		};
	}

	private List<Sample> sum() {
		expect("sum");
		expect("by");
		expect("(");
		List<String> by = new ArrayList<>();
		for (String token = next(); !token.equals(")"); token = next()) {
			if (!token.equals(",")) {
				by.add(token);
			}
		}
		expect("(");
		Map<Map<String, String>, Double> sums = new LinkedHashMap<>();
		term().forEach((sample) -> sums.merge(sample.labels(by, false), sample.value(), Double::sum));
		expect(")");
		return sums.entrySet().stream().map((sum) -> new Sample(sum.getKey(), sum.getValue())).toList();
	}

	private List<Sample> increase(double per) {
		next();
		expect("(");
		int start = this.position;
		Map<Map<String, String>, Double> old = new LinkedHashMap<>();
		select(this.before).forEach((sample) -> old.put(sample.labels(), sample.value()));
		this.position = start;
		List<Sample> now = select(this.after);
		if (!next().startsWith("[")) {
			throw new IllegalArgumentException("A range is missing");
		}
		expect(")");
		return now.stream()
			.filter((sample) -> old.containsKey(sample.labels()))
			.map((sample) -> sample.with((sample.value() - old.getOrDefault(sample.labels(), 0.0)) / per))
			.toList();
	}

	/** As Prometheus does it: linear between the bounds of the bucket. */
	private List<Sample> quantile() {
		expect("histogram_quantile");
		expect("(");
		double share = Double.parseDouble(next());
		expect(",");
		Map<Map<String, String>, TreeMap<Double, Double>> histograms = new LinkedHashMap<>();
		term().forEach(
				(bucket) -> histograms.computeIfAbsent(bucket.labels(List.of("le"), true), (labels) -> new TreeMap<>())
					.put(Scrape.number(bucket.labels().getOrDefault("le", "+Inf")), bucket.value()));
		expect(")");
		return histograms.entrySet()
			.stream()
			.map((histogram) -> new Sample(histogram.getKey(), quantile(share, histogram.getValue())))
			.toList();
	}

	private static double quantile(double share, TreeMap<Double, Double> buckets) {
		double rank = share * buckets.lastEntry().getValue();
		double lowerBound = 0;
		double lowerCount = 0;
		for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
			if (bucket.getValue() >= rank && bucket.getValue() > 0) {
				return bucket.getKey().isInfinite() ? lowerBound : lowerBound
						+ (bucket.getKey() - lowerBound) * (rank - lowerCount) / (bucket.getValue() - lowerCount);
			}
			lowerBound = bucket.getKey();
			lowerCount = bucket.getValue();
		}
		return Double.NaN;
	}

	private List<Sample> select(Scrape scrape) {
		String name = next();
		Predicate<Sample> wanted = (sample) -> name.equals(sample.labels().get(Sample.NAME));
		if (peek().equals("{")) {
			next();
			while (!peek().equals("}")) {
				wanted = wanted.and(label());
				if (peek().equals(",")) {
					next();
				}
			}
			next();
		}
		return scrape.samples().stream().filter(wanted).toList();
	}

	private Predicate<Sample> label() {
		String name = next();
		String operator = next();
		String quoted = next();
		String value = quoted.substring(1, quoted.length() - 1);
		Predicate<Sample> equal = (sample) -> sample.labels().getOrDefault(name, "").equals(value);
		Predicate<Sample> matches = (sample) -> sample.labels().getOrDefault(name, "").matches(value);
		return switch (operator) {
			case "=" -> equal;
			case "!=" -> equal.negate();
			case "=~" -> matches;
			case "!~" -> matches.negate();
			default -> throw new IllegalArgumentException("Not of the subset: " + operator);
		};
	}

	private String peek() {
		return (this.position < this.tokens.size()) ? this.tokens.get(this.position) : "";
	}

	private String next() {
		String token = peek();
		this.position++;
		return token;
	}

	private void expect(String token) {
		String found = next();
		if (!found.equals(token)) {
			throw new IllegalArgumentException("Not of the subset: '" + found + "' where '" + token + "' was expected");
		}
	}

}
