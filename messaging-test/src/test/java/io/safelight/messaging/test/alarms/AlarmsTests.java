package io.safelight.messaging.test.alarms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.safelight.messaging.inbox.Handling;
import io.safelight.messaging.observability.MessagingMetrics;
import io.safelight.messaging.observability.ReconcilerMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

class AlarmsTests {

	private static final Alarms ALARMS = Alarms.ofProject();

	static final List<Alarms.Rule> RULES = ALARMS.rules();

	private static List<Double> values(String expression, String before, String after) {
		return Expression.evaluate(expression, Scrape.of(before), Scrape.of(after), 60)
			.stream()
			.map(Sample::value)
			.toList();
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void saysHowUrgentItIsAndWhatItMeans(Alarms.Rule rule) {
		assertThat(rule.severity()).isIn("page", "ticket");
		assertThat(rule.summary()).isNotBlank();
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void leadsToWhatIsToBeDone(Alarms.Rule rule) throws IOException {
		String[] runbook = rule.runbook().split("#");
		Path page = Alarms.file().resolveSibling("..").resolve(runbook[0]).normalize();
		Stream<String> anchors = Files.readAllLines(page)
			.stream()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'));
		assertThat(anchors).contains(runbook[1]);
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void isSilentWhereNothingWasEverSaid(Alarms.Rule rule) {
		assertThat(Expression.evaluate(rule.expression(), Scrape.of(""), Scrape.of(""), 60)).isEmpty();
	}

	/** {@code promtool} is in Debian's package {@code prometheus}. */
	@Test
	void areRulesThatPrometheusTakes() throws IOException, InterruptedException {
		assumeThat(Stream.of(System.getenv("PATH").split(":")).map((folder) -> Path.of(folder, "promtool")))
			.as("promtool is not there, so that the rules are not shown to Prometheus itself")
			.anyMatch(Files::isExecutable);
		Process promtool = new ProcessBuilder("promtool", "check", "rules", Alarms.file().toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(promtool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(promtool.waitFor()).as(said).isZero();
	}

	@Test
	void comparesAGauge() {
		assertThat(values("waiting > 30", "", "waiting{a=\"b\"} 31\nwaiting{a=\"c\"} 30\n")).containsExactly(31.0);
	}

	@Test
	void seesHowMuchACounterHasIncreased() {
		assertThat(values("increase(seen_total[5m]) > 0", "seen_total 3\n", "# HELP\nseen_total 5.0\n"))
			.containsExactly(2.0);
		assertThat(values("rate(seen_total[5m]) > 0", "seen_total 0\n", "seen_total 30\n")).containsExactly(0.5);
	}

	@Test
	void doesNotSeeTheFirstEventOfACounterThatWasNotThere() {
		assertThat(values("increase(seen_total[5m]) > 0", "", "seen_total 1\n")).isEmpty();
	}

	@Test
	void dividesSumsOfTheSameLabels() {
		String before = "n_total{c=\"x\",o=\"dup\"} 0\nn_total{c=\"x\",o=\"ok\"} 0\nn_total{c=\"y\",o=\"ok\"} 0\n";
		String after = "n_total{c=\"x\",o=\"dup\"} 10\nn_total{c=\"x\",o=\"ok\"} 30\nn_total{c=\"y\",o=\"ok\"} 9\n";
		assertThat(values("sum by (c) (rate(n_total{o=\"dup\"}[1m])) / sum by (c) (rate(n_total[1m])) > 0.2", before,
				after))
			.containsExactly(0.25);
	}

	/** https://prometheus.io/docs/prometheus/latest/querying/functions/ */
	@Test
	void findsAQuantileBetweenTheBoundsOfItsBucket() {
		String before = "age_bucket{le=\"1\"} 0\nage_bucket{le=\"5\"} 0\nage_bucket{le=\"+Inf\"} 0\n";
		String after = "age_bucket{le=\"1\"} 50\nage_bucket{le=\"5\"} 100\nage_bucket{le=\"+Inf\"} 100\n";
		assertThat(values("histogram_quantile(0.75, sum by (le) (rate(age_bucket[1m]))) > 0", before, after))
			.containsExactly(3.0);
	}

	@Test
	void refusesWhatItDoesNotUnderstand() {
		assertThatIllegalArgumentException().isThrownBy(() -> values("avg_over_time(x[5m]) > 0", "", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> values("x > 0 or y > 0", "", ""));
	}

	private static Set<String> firing(String consumer, Consumer<PrometheusMeterRegistry> cause) {
		PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		MessagingMetrics metrics = new MessagingMetrics(meters, consumer, Clock.systemUTC());
		new ReconcilerMetrics(meters, consumer);
		metrics.handled("photo-listed.v1", Handling.HANDLED, Duration.ofSeconds(1));
		Scrape before = Scrape.of(meters.scrape());
		cause.accept(meters);
		return ALARMS.firing(before, Scrape.of(meters.scrape()), 60);
	}

	@Test
	void givesRenderingMoreTimeThanOthers() {
		assertThat(firing("imaging", (meters) -> age(meters, "imaging", Duration.ofSeconds(60)))).isEmpty();
		assertThat(firing("catalog", (meters) -> age(meters, "catalog", Duration.ofSeconds(60))))
			.containsExactly("MessagesLate");
		assertThat(firing("imaging", (meters) -> age(meters, "imaging", Duration.ofMinutes(20))))
			.containsExactly("RenderingLate");
	}

	private static void age(PrometheusMeterRegistry meters, String consumer, Duration age) {
		new MessagingMetrics(meters, consumer, Clock.systemUTC()).handled("photo-listed.v1", Handling.HANDLED, age);
	}

	@Test
	void tellsOfAMessageThatNobodyCanRepeat() {
		assertThat(firing("catalog", (meters) -> new ReconcilerMetrics(meters, "catalog").irretrievable()))
			.containsExactly("MessageIrretrievable");
	}

}
