package io.safelight.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

/**
 * What was called since counting began, by caller, service, operation and resource.
 * Counts nothing until it is told to. Thread-safe.
 */
final class CallLedger {

	static final String PATH = "calls";

	/** The SDK says it when {@code AWS_SDK_UA_APP_ID} is set. */
	private static final Pattern APPLICATION = Pattern.compile("(?:^|\\s)app/(\\S+)");

	private static final String SOMEBODY = "somebody";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Clock clock;

	private final Map<Key, Entry> entries = new HashMap<>();

	private volatile boolean counting;

	private Instant since = Instant.EPOCH;

	CallLedger(Clock clock) {
		this.clock = clock;
	}

	boolean isCounting() {
		return this.counting;
	}

	/** What {@code /_safelight/calls} says. */
	synchronized Response answer(Request request) {
		switch (request.method()) {
			case "GET" -> {
			}
			case "POST" -> begin(true);
			case "DELETE" -> begin(false);
			default -> throw new AwsError(405, "MethodNotAllowed",
					"POST begins to count, GET tells what was counted, DELETE ends it.");
		}
		return Response.json(200, JSON.writeValueAsString(new Shown(this.counting, this.since,
				Duration.between(this.since, this.clock.instant()).toMillis() / 1000.0, lines())));
	}

	private void begin(boolean on) {
		this.entries.clear();
		this.since = this.clock.instant();
		this.counting = on;
	}

	private List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		this.entries.forEach((key,
				entry) -> lines.add(new Line(key.caller(), key.service(), key.operation(), key.resource(),
						entry.calls(), entry.failed(), entry.bytesIn(), entry.bytesOut(),
						new TreeMap<>(entry.usage().amounts()))));
		lines.sort(Comparator.comparing(Line::caller)
			.thenComparing(Line::service)
			.thenComparing(Line::operation)
			.thenComparing(Line::resource));
		return lines;
	}

	synchronized void add(Request request, String service, Call call, boolean failed, long bytesIn, long bytesOut) {
		if (this.counting) {
			this.entries.merge(new Key(caller(request), service, call.operation(), call.resource()),
					new Entry(1, failed ? 1 : 0, bytesIn, bytesOut, call.usage()), Entry::plus);
		}
	}

	/** The application that the SDK names; people with a presigned address name none. */
	static String caller(Request request) {
		Matcher application = APPLICATION.matcher(request.header("user-agent").orElse(""));
		return application.find() ? application.group(1) : SOMEBODY;
	}

	private record Key(String caller, String service, String operation, String resource) {
	}

	private record Entry(long calls, long failed, long bytesIn, long bytesOut, Usage usage) {

		Entry plus(Entry other) {
			return new Entry(this.calls + other.calls, this.failed + other.failed, this.bytesIn + other.bytesIn,
					this.bytesOut + other.bytesOut, this.usage.plus(other.usage));
		}

	}

	private record Shown(boolean counting, Instant since, double seconds, List<Line> calls) {
	}

	private record Line(String caller, String service, String operation, String resource, long calls, long failed,
			long bytesIn, long bytesOut, Map<String, Double> usage) {
	}

}
