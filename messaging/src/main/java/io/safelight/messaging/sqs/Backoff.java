package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a message that failed stays hidden: anything up to a limit that doubles with
 * each failure. The whole range is drawn from (full jitter), so that messages that failed
 * together do not come back together
 * (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/).
 *
 * @param first the limit after the first failure
 * @param most the limit that is never passed
 */
record Backoff(Duration first, Duration most) {

	/** Beyond this a limit is {@link #most} in any case, and doubling would overflow. */
	private static final int MOST_DOUBLINGS = 30;

	/**
	 * The limit after so many failures.
	 * @param failures from 1
	 */
	Duration limit(int failures) {
		Duration limit = this.first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
		return (limit.compareTo(this.most) < 0) ? limit : this.most;
	}

	/** A delay in whole seconds, as SQS takes them, from 0 to the limit. */
	Duration delay(int failures, RandomGenerator random) {
		return Duration.ofSeconds(random.nextLong(limit(failures).toSeconds() + 1));
	}

}
