package io.safelight.messaging.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Meters of the reconciler: {@code reconciler.missing}, messages that this consumer had
 * not seen when it was told of them; {@code reconciler.repeated}, messages that this
 * sender has sent to one consumer once more; {@code reconciler.irretrievable}, messages
 * that it could not. Thread-safe.
 */
public final class ReconcilerMetrics {

	private final Counter missing;

	private final Counter repeated;

	private final Counter irretrievable;

	public ReconcilerMetrics(MeterRegistry meters, String consumer) {
		this.missing = meters.counter("reconciler.missing", "consumer", consumer);
		this.repeated = meters.counter("reconciler.repeated", "consumer", consumer);
		this.irretrievable = meters.counter("reconciler.irretrievable", "consumer", consumer);
	}

	/** So many messages should have come and had not. */
	public void missing(int messages) {
		this.missing.increment(messages);
	}

	/** So many messages were sent to one consumer once more. */
	public void repeated(int messages) {
		this.repeated.increment(messages);
	}

	/** A message that somebody never got is forgotten. */
	public void irretrievable() {
		this.irretrievable.increment();
	}

}
