package io.safelight.messaging.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it. It always shows UTC. Thread-safe.
 */
public final class MutableClock extends Clock {

	private volatile Instant now;

	/**
	 * A clock that stands at 2026-11-22T10:15:30.123Z, the time of the golden samples.
	 */
	public MutableClock() {
		this(Instant.parse("2026-11-22T10:15:30.123Z"));
	}

	/**
	 * A clock that stands at a time.
	 * @param now the time
	 */
	public MutableClock(Instant now) {
		this.now = now;
	}

	/**
	 * Moves it; with a negative duration, back.
	 * @param time how far
	 */
	public synchronized void advance(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
