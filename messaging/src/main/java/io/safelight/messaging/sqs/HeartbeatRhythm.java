package io.safelight.messaging.sqs;

import java.time.Duration;

/**
 * When a message that is being handled is hidden anew, so that its work is given up
 * before others are given the message and never after.
 *
 * @param visibility for how long a message is hidden each time
 * @param most for how long it can be hidden altogether
 */
record HeartbeatRhythm(Duration visibility, Duration most) {

	/** SQS shows a message after this, however often it was hidden anew. */
	private static final Duration MOST = Duration.ofHours(12);

	/** After so many failures in a row the message counts as lost. */
	static final int MOST_FAILURES = 2;

	static HeartbeatRhythm of(Duration visibility) {
		return new HeartbeatRhythm(visibility, MOST);
	}

	/** From one success to the next try. */
	Duration interval() {
		return this.visibility.dividedBy(3);
	}

	/**
	 * How long one try may take, and how long after a failure the next begins. Two tries
	 * that hang, with the pause between them, end at five sixths of the visibility.
	 */
	Duration patience() {
		return interval().dividedBy(2);
	}

	/** How often a message can be hidden anew at all. */
	long beats() {
		return this.most.minus(this.visibility).dividedBy(interval());
	}

	/** How long work may go on after the last time. */
	Duration lastWait() {
		return interval().multipliedBy(2);
	}

}
