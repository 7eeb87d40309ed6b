package io.safelight.upload.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What the sweeper does about an open upload.
 */
sealed interface SweepDecision {

	/**
	 * Decides.
	 * @param upload an open upload
	 * @param arrival what has come of it; empty if S3 no longer takes anything
	 */
	static SweepDecision on(Upload upload, Optional<Arrival> arrival, Instant now, UploadTimes times) {
		boolean expired = !upload.expiresAt().isAfter(now);
		if (arrival.isEmpty()) {
			return new Complete();
		}
		if (arrival.get().isWhole()) {
			Instant ready = arrival.get().latest().orElse(now).plus(times.grace());
			return (expired || !ready.isAfter(now)) ? new Complete() : new Wait(earlier(ready, upload.expiresAt()));
		}
		return expired ? new Abandon(Reasons.expired(times.session()))
				: new Wait(earlier(now.plus(times.grace()), upload.expiresAt()));
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	/** All bytes are there, or nothing more can come, and nobody says so: complete it. */
	record Complete() implements SweepDecision {
	}

	/**
	 * Give it up.
	 *
	 * @param reason why
	 */
	record Abandon(Reason reason) implements SweepDecision {
	}

	/**
	 * Look at it again later.
	 *
	 * @param until when
	 */
	record Wait(Instant until) implements SweepDecision {
	}

}
