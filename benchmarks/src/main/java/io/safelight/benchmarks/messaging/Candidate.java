package io.safelight.benchmarks.messaging;

import java.util.List;
import java.util.Map;

/**
 * One way to bring an event from a committed row here to a committed row there.
 */
interface Candidate extends AutoCloseable {

	String name();

	/** How many callers send at a time when there is no end of events. */
	int callers();

	/** How many events a caller sends at a time. */
	int perCall();

	/**
	 * Writes a row for each event and sends it; tells the journey when the row is
	 * committed, here and where it arrives.
	 */
	void send(List<Integer> events);

	/** The events to come belong to this journey. */
	void begin(Journey journey);

	/** Calls to AWS by operation since the last time. */
	Map<String, Long> takeCalls();

	@Override
	void close();

}
