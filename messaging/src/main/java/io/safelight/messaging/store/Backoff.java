package io.safelight.messaging.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The pause before something is tried again: twice as long each time, with full jitter,
 * so that those who collided do not collide again.
 */
final class Backoff {

	private static final long FIRST_MILLIS = 40;

	/** Beyond this the pauses grow no more. */
	private static final int GROWING = 6;

	private Backoff() {
	}

	/**
	 * Waits before the next try.
	 * @param failures how often it failed so far, from 1
	 */
	static void pauseAfter(int failures) {
		long most = FIRST_MILLIS << Math.min(failures - 1, GROWING);
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, most)));
	}

}
