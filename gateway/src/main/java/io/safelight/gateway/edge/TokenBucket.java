package io.safelight.gateway.edge;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests one caller has left. Fills up evenly. Thread-safe.
 */
final class TokenBucket {

	private final int capacity;

	private final double perSecond;

	private double tokens;

	private Instant filledAt;

	TokenBucket(int capacity, double perSecond, Instant now) {
		this.capacity = capacity;
		this.perSecond = perSecond;
		this.tokens = capacity;
		this.filledAt = now;
	}

	/** Takes one request out, if there is one. */
	synchronized Taken take(Instant now) {
		fill(now);
		if (this.tokens < 1) {
			return new Taken(false, 0, (long) Math.ceil((1 - this.tokens) / this.perSecond));
		}
		this.tokens--;
		return new Taken(true, (long) this.tokens, 0);
	}

	/** A clock that was set back adds nothing. */
	private void fill(Instant now) {
		if (now.isAfter(this.filledAt)) {
			double seconds = Duration.between(this.filledAt, now).toNanos() / 1e9;
			this.tokens = Math.min(this.capacity, this.tokens + seconds * this.perSecond);
			this.filledAt = now;
		}
	}

	/**
	 * What came of taking.
	 *
	 * @param granted whether the request may pass
	 * @param remaining how many more may pass now
	 * @param secondsToWait after how many seconds there will be one again; 0 if there was
	 * one
	 */
	record Taken(boolean granted, long remaining, long secondsToWait) {
	}

}
