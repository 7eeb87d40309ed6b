package io.safelight.service.live;

import java.time.Instant;
import java.util.List;

/**
 * Where events of users come from: rows that any instance may have written. It is asked
 * about once a second for each stream, so it should cost little where nothing is new.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface LiveSource {

	/**
	 * A user's events.
	 * @param userId whose
	 * @param from the earliest time of recording
	 * @return all from then on, in that order
	 */
	List<LiveEvent> since(String userId, Instant from);

}
