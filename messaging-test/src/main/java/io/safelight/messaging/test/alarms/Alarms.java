package io.safelight.messaging.test.alarms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.Yaml;

/**
 * The alarms of {@code ops/alerts.yml}.
 *
 * @param rules each of them
 */
public record Alarms(List<Rule> rules) {

	public Alarms {
		rules = List.copyOf(rules);
	}

	/** The project's alarms. */
	public static Alarms ofProject() {
		return read(file());
	}

	/** The project's file of alarms. */
	public static Path file() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path file = folder.resolve("ops/alerts.yml");
			if (Files.exists(file)) {
				return file;
			}
		}
		throw new IllegalStateException("There is no ops/alerts.yml above " + Path.of("").toAbsolutePath());
	}

	private static Alarms read(Path file) {
		try {
			Map<String, List<Map<String, List<Map<String, ?>>>>> yaml = new Yaml().load(Files.readString(file));
			List<Rule> rules = new ArrayList<>();
			yaml.getOrDefault("groups", List.of())
				.forEach((group) -> group.getOrDefault("rules", List.of()).forEach((rule) -> rules.add(Rule.of(rule))));
			return new Alarms(rules);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The names of the alarms whose expression holds of what an application said. How
	 * long it has to hold is left to Prometheus.
	 * @param before what it said at first
	 * @param after what it said later
	 * @param seconds the time between
	 */
	public Set<String> firing(Scrape before, Scrape after, double seconds) {
		return this.rules.stream()
			.filter((rule) -> !Expression.evaluate(rule.expression(), before, after, seconds).isEmpty())
			.map(Rule::name)
			.collect(Collectors.toSet());
	}

	/**
	 * One alarm.
	 *
	 * @param name its name
	 * @param expression when it fires, in PromQL
	 * @param severity {@code page} or {@code ticket}
	 * @param summary what it says
	 * @param runbook what to do: a file and an anchor in it
	 */
	public record Rule(String name, String expression, String severity, String summary, String runbook) {

		private static Rule of(Map<String, ?> rule) {
			return new Rule(String.valueOf(rule.get("alert")), String.valueOf(rule.get("expr")),
					text(rule, "labels", "severity"), text(rule, "annotations", "summary"),
					text(rule, "annotations", "runbook"));
		}

		private static String text(Map<String, ?> rule, String part, String name) {
			return (rule.get(part) instanceof Map<?, ?> values) ? String.valueOf(values.get(name)) : "";
		}

	}

}
