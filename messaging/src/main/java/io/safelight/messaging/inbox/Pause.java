package io.safelight.messaging.inbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits before something is tried again. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Pause {

	/**
	 * Waits.
	 * @param most the longest time; the pause may be much shorter
	 */
	void upTo(Duration most);

	/** Full jitter, so that those who collided do not collide again. */
	static Pause jittered() {
		return (most) -> LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, most.toNanos()));
	}

}
