package io.safelight.messaging.observability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.safelight.messaging.inbox.Handling;
import io.safelight.messaging.outbox.OutboxBacklog;

/**
 * Meters of the messages: {@code event.handled} by type and outcome ({@code handled},
 * {@code unchanged}, {@code duplicate}, {@code parked}, {@code retry}) and
 * {@code event.age}, the time from a queue's acceptance to the end of the handling;
 * {@code outbox.pending} and {@code outbox.oldest.age} in seconds, as of the last look.
 * Thread-safe.
 */
public final class MessagingMetrics {

	/**
	 * What the alarms compare with is among them, the five minutes of imaging included.
	 */
	private static final Duration[] AGES = LongStream
		.of(10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 900_000, 3_600_000)
		.mapToObj(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final MeterRegistry meters;

	private final String consumer;

	private final Clock clock;

	private volatile OutboxBacklog backlog = new OutboxBacklog(0, Duration.ZERO);

	public MessagingMetrics(MeterRegistry meters, String consumer, Clock clock) {
		this.meters = meters;
		this.consumer = consumer;
		this.clock = clock;
		Gauge.builder("outbox.pending", () -> this.backlog.pending()).tag("consumer", consumer).register(meters);
		Gauge.builder("outbox.oldest.age", () -> this.backlog.oldestAge().toMillis() / 1000.0)
			.baseUnit("seconds")
			.tag("consumer", consumer)
			.register(meters);
	}

	/** Notes how much waits to be sent. */
	public void outbox(OutboxBacklog now) {
		this.backlog = now;
	}

	public void handled(String type, Handling handling, Duration age) {
		count(type, handling.name().toLowerCase(Locale.ROOT));
		Timer.builder("event.age")
			.tags("consumer", this.consumer, "type", type)
			.serviceLevelObjectives(AGES)
			.register(this.meters)
			.record(age);
	}

	public void failed(String type) {
		count(type, "retry");
	}

	private void count(String type, String outcome) {
		this.meters.counter("event.handled", "consumer", this.consumer, "type", type, "outcome", outcome).increment();
	}

	/** The time since an epoch millisecond, never negative. */
	public Duration since(long epochMillis) {
		Duration age = Duration.between(Instant.ofEpochMilli(epochMillis), this.clock.instant());
		return age.isNegative() ? Duration.ZERO : age;
	}

}
