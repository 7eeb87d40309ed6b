package io.safelight.messaging.observability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.safelight.messaging.inbox.Handling;

/**
 * Meters of the messages: {@code event.handled} by type and outcome ({@code handled},
 * {@code duplicate}, {@code parked}, {@code retry}) and {@code event.age}, the time from
 * a queue's acceptance to the end of the handling. Thread-safe.
 */
public final class MessagingMetrics {

	private final MeterRegistry meters;

	private final String consumer;

	private final Clock clock;

	public MessagingMetrics(MeterRegistry meters, String consumer, Clock clock) {
		this.meters = meters;
		this.consumer = consumer;
		this.clock = clock;
	}

	public void handled(String type, Handling handling, Duration age) {
		count(type, handling.name().toLowerCase(Locale.ROOT));
		Timer.builder("event.age")
			.tags("consumer", this.consumer, "type", type)
			.publishPercentileHistogram()
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
