package io.safelight.cli.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.safelight.cli.process.App;

/**
 * How many messages the services say they have handled, with which outcome. A process
 * that is killed forgets its meters, so they are read often and added up; what it counted
 * after the last reading is missing. Thread-safe.
 */
final class Meters {

	private static final Pattern HANDLED = Pattern
		.compile("event_handled_total\\{[^}]*outcome=\"(\\w+)\"[^}]*}\\s+([0-9.E+]+)");

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

	private final Map<String, Double> ended = new TreeMap<>();

	private final Map<App, Map<String, Double>> running = new HashMap<>();

	void read(App app) throws InterruptedException {
		try {
			HttpResponse<String> response = this.http
				.send(HttpRequest.newBuilder(URI.create(app.url() + "/actuator/prometheus"))
					.timeout(Duration.ofSeconds(2))
					.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() == 200) {
				update(app, outcomes(response.body()));
			}
		}
		catch (IOException ex) {
			// It is down, or paused: its last reading stands.
			return;
		}
	}

	static Map<String, Double> outcomes(String page) {
		Map<String, Double> outcomes = new HashMap<>();
		Matcher matcher = HANDLED.matcher(page);
		while (matcher.find()) {
			outcomes.merge(matcher.group(1), Double.valueOf(matcher.group(2)), Double::sum);
		}
		return outcomes;
	}

	private synchronized void update(App app, Map<String, Double> outcomes) {
		this.running.put(app, outcomes);
	}

	/** The process has ended: the next one counts from zero. */
	synchronized void ended(App app) {
		Map<String, Double> last = this.running.remove(app);
		if (last != null) {
			last.forEach((outcome, count) -> this.ended.merge(outcome, count, Double::sum));
		}
	}

	/** Messages by outcome, over all services and all their lives. */
	synchronized Map<String, Long> handled() {
		Map<String, Double> sums = new TreeMap<>(this.ended);
		this.running.values()
			.forEach((outcomes) -> outcomes.forEach((outcome, count) -> sums.merge(outcome, count, Double::sum)));
		Map<String, Long> handled = new TreeMap<>();
		sums.forEach((outcome, sum) -> handled.put(outcome, sum.longValue()));
		return handled;
	}

}
