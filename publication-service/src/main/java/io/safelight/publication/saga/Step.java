package io.safelight.publication.saga;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The step that a publication is at.
 *
 * @param epoch counts the tries of this step; a reply repeats it, so a reply to an
 * earlier try is recognised
 * @param tries how often it was tried since it began or since a person asked for it
 * @param begun when this try began
 * @param deadline when it is tried again or given up; null if nothing is waited for
 */
public record Step(int epoch, int tries, Instant begun, @Nullable Instant deadline) {

	static Step first(Instant now, Duration allowed) {
		return new Step(1, 1, now, now.plus(allowed));
	}

	Step again(Instant now, Duration allowed) {
		return new Step(this.epoch + 1, this.tries + 1, now, now.plus(allowed));
	}

	Step afresh(Instant now, Duration allowed) {
		return new Step(this.epoch + 1, 1, now, now.plus(allowed));
	}

	/** The same try, but over at this time if it would last longer. */
	Step dueAt(Instant time) {
		boolean sooner = this.deadline == null || time.isBefore(this.deadline);
		return new Step(this.epoch, this.tries, this.begun, sooner ? time : this.deadline);
	}

	/** The same try with another deadline. */
	Step until(Instant time) {
		return new Step(this.epoch, this.tries, this.begun, time);
	}

	Step ended(Instant now) {
		return new Step(this.epoch, this.tries, now, null);
	}

	/** Whether the deadline has passed. */
	public boolean isDue(Instant now) {
		return this.deadline != null && !this.deadline.isAfter(now);
	}

}
