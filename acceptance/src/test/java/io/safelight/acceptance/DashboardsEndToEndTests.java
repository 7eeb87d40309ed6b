package io.safelight.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What dashboards and alarms ask for is what running services say of themselves.
 */
@Order(8)
class DashboardsEndToEndTests {

	private static final Path OPS = Path.of(System.getProperty("safelight.home")).resolve("ops");

	private static final Map<String, Integer> PORTS = Map.of("upload", 8081, "publication", 8082, "imaging", 8083,
			"catalog", 8084, "search", 8085, "purchase", 8086, "notification", 8087);

	/**
	 * What stands in an expression and is no metric: selectors, groupings, ranges,
	 * functions, words, variables.
	 */
	private static final List<Pattern> NO_METRICS = List.of(Pattern.compile("\\{[^}]*}"),
			Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)"), Pattern.compile("\\[[^]]*]"),
			Pattern.compile("\\w+\\s*(?=\\()"), Pattern.compile("\\b(and|or|unless|bool|offset)\\b"),
			Pattern.compile("\\$\\w+"));

	private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9_]{2,}\\b");

	private static Set<String> metrics(Stream<String> expressions) {
		return expressions.flatMap((expression) -> {
			String rest = expression;
			for (Pattern pattern : NO_METRICS) {
				rest = pattern.matcher(rest).replaceAll(" ");
			}
			return NAME.matcher(rest).results().map((found) -> found.group());
		}).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> expressions() throws IOException {
		Stream<String> alarms = Files.readString(OPS.resolve("alerts.yml"))
			.lines()
			.filter((line) -> line.strip().startsWith("expr:"))
			.map((line) -> line.strip().substring("expr:".length()));
		try (Stream<Path> files = Files.list(OPS.resolve("grafana/dashboards"))) {
			List<String> asked = files.map(DashboardsEndToEndTests::json)
				.flatMap((dashboard) -> dashboard.findValues("expr").stream())
				.map(JsonNode::asString)
				.toList();
			assertThat(asked).hasSizeGreaterThan(20);
			return Stream.concat(alarms, asked.stream());
		}
	}

	private static JsonNode json(Path file) {
		return JsonMapper.shared().readTree(file);
	}

	private static Set<String> exposed() throws Exception {
		Set<String> names = new TreeSet<>();
		User anybody = Marketplace.running().anonymous();
		for (Map.Entry<String, Integer> service : PORTS.entrySet()) {
			User.Answer answer = anybody.get(Marketplace.url(service.getValue()) + "/actuator/prometheus");
			assertThat(answer.status()).as(service.getKey()).isEqualTo(200);
			answer.text()
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.forEach((line) -> names.add(line.replaceFirst("[{ ].*", "")));
		}
		return names;
	}

	@Test
	void askForWhatServicesSayOfThemselves() throws Exception {
		Marketplace.running();
		assumeTrue(Marketplace.isOwn(), "its services cannot be asked from here");
		assertThat(exposed()).containsAll(metrics(expressions()));
	}

	@Test
	void areReadAsFarAsTheirMetrics() {
		assertThat(metrics(Stream.of(
				"histogram_quantile(0.99, sum by (consumer, le) (rate(event_age_seconds_bucket{consumer!=\"imaging\"}[5m]))) > 5",
				"sum(rate(a_total[$__rate_interval])) / on (service) sum(b_total{x=\"y\"}) and c_count > 0.05")))
			.containsExactly("a_total", "b_total", "c_count", "event_age_seconds_bucket");
	}

	@Test
	void tellWhereTheyLeadTo() throws IOException {
		try (Stream<Path> files = Files.list(OPS.resolve("grafana/dashboards"))) {
			assertThat(files.map(DashboardsEndToEndTests::json)).hasSizeGreaterThan(3).allSatisfy((dashboard) -> {
				assertThat(dashboard.path("uid").asString()).startsWith("safelight-");
				assertThat(dashboard.path("panels")).isNotEmpty()
					.allSatisfy((panel) -> assertThat(panel.path("description").asString())
						.as(panel.path("title").asString())
						.isNotBlank());
			});
		}
	}

}
