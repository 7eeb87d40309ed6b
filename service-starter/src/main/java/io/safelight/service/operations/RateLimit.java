package io.safelight.service.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * At most so many a second, those of a quiet second not being saved up for the next.
 * Thread-safe.
 */
final class RateLimit {

	private final int perSecond;

	private final Clock clock;

	private double left;

	private Instant last;

	RateLimit(int perSecond, Clock clock) {
		this.perSecond = perSecond;
		this.clock = clock;
		this.left = perSecond;
		this.last = clock.instant();
	}

	/** Whether one more may pass now; if so, it counts. */
	synchronized boolean admits() {
		Instant now = this.clock.instant();
		double refill = Duration.between(this.last, now).toMillis() * this.perSecond / 1000.0;
		this.left = Math.min(this.perSecond, this.left + Math.max(refill, 0));
		this.last = now;
		if (this.left < 1) {
			return false;
		}
		this.left--;
		return true;
	}

}
