package io.safelight.messaging;

import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.StoreBusyException;

/**
 * Makes changes true: all rows and all messages, or none. For requests and timers; a
 * message's handler returns its changes instead. Thread-safe.
 */
public interface Committer {

	/**
	 * Commits. When this returns, everything is durable, and every message will reach its
	 * topic, even if this process dies now.
	 * @param changes what is to become true
	 * @throws ConditionFailedException if a row was not as a condition says: nothing
	 * changed
	 * @throws StoreBusyException if others kept changing the same rows: nothing changed
	 */
	void commit(Changes changes);

}
