package io.safelight.messaging.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of day, moved as far as a test wants. Thread-safe.
 */
public final class ShiftedClock extends Clock {

	private final Clock clock = Clock.systemUTC();

	private volatile Duration shift = Duration.ZERO;

	/**
	 * Moves it; with a negative duration, back.
	 * @param duration how far
	 */
	public synchronized void advance(Duration duration) {
		this.shift = this.shift.plus(duration);
	}

	/** Back to the time that others have: for what depends on theirs, such as tokens. */
	public synchronized void reset() {
		this.shift = Duration.ZERO;
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.shift);
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
