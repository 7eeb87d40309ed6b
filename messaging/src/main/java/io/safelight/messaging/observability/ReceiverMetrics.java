package io.safelight.messaging.observability;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Meters of what goes wrong with incoming messages: {@code messages.parked} (those that
 * wait for a person now), {@code queue.depth} by state ({@code waiting},
 * {@code under-way}), {@code messages.dead} by queue, {@code messages.redriven} by
 * outcome, {@code messages.heartbeat.failed} and {@code messages.lost}. Thread-safe.
 */
public final class ReceiverMetrics {

	private final MeterRegistry meters;

	private final String consumer;

	private final AtomicInteger parked = new AtomicInteger();

	private final Map<String, AtomicInteger> depths = new ConcurrentHashMap<>();

	public ReceiverMetrics(MeterRegistry meters, String consumer) {
		this.meters = meters;
		this.consumer = consumer;
		Gauge.builder("messages.parked", this.parked::get).tag("consumer", consumer).register(meters);
		// An alarm sees the first of a kind only if the counter was there with zero.
		meters.counter("messages.lost", "consumer", consumer);
		meters.counter("messages.heartbeat.failed", "consumer", consumer);
	}

	/**
	 * Notes how many messages a queue has.
	 * @param queue its name
	 * @param waiting that nobody is at
	 * @param underWay that somebody was given and has not acknowledged
	 */
	public void queue(String queue, int waiting, int underWay) {
		depth(queue, "waiting").set(waiting);
		depth(queue, "under-way").set(underWay);
	}

	private AtomicInteger depth(String queue, String state) {
		return this.depths.computeIfAbsent(queue + " " + state, (name) -> {
			AtomicInteger depth = new AtomicInteger();
			Gauge.builder("queue.depth", depth::get)
				.tags("consumer", this.consumer, "queue", queue, "state", state)
				.register(this.meters);
			return depth;
		});
	}

	/** Notes how many messages wait for a person. */
	public void parked(int now) {
		this.parked.set(now);
	}

	/** A dead-letter queue is read, and nothing was found yet. */
	public void reads(String queue) {
		this.meters.counter("messages.dead", "consumer", this.consumer, "queue", queue);
	}

	/** A message was found in a dead-letter queue. */
	public void dead(String queue) {
		this.meters.counter("messages.dead", "consumer", this.consumer, "queue", queue).increment();
	}

	/** Somebody decided about a parked message. */
	public void decided(String action, String outcome) {
		this.meters.counter("messages.decided", "consumer", this.consumer, "action", action, "outcome", outcome)
			.increment();
	}

	/** A message that is being handled could not be kept hidden. */
	public void heartbeatFailed() {
		this.meters.counter("messages.heartbeat.failed", "consumer", this.consumer).increment();
	}

	/** The work on a message was given up, as others are given it. */
	public void lost() {
		this.meters.counter("messages.lost", "consumer", this.consumer).increment();
	}

}
