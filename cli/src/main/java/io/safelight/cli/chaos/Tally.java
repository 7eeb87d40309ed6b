package io.safelight.cli.chaos;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What has happened, counted. Thread-safe.
 */
final class Tally {

	/** What is counted. */
	enum Count {

		/** Uploads that were begun. */
		UPLOADS,
		/** Uploads that the marketplace has taken in. */
		ACCEPTED,
		/** Uploads that were told at once what is wrong with them. */
		REFUSED,
		/** Uploads that their photographer left unfinished. */
		LEFT,
		/** Photos that were published. */
		PUBLISHED,
		/** Photos that were rejected with a reason. */
		REJECTED,
		/** Photos that were given up, and undone. */
		FAILED,
		/** What a moderator decided. */
		DECISIONS,
		/** Orders that were paid. */
		PURCHASES,
		/** Links that were minted. */
		LINKS,
		/** Links that two claimed at the same time. */
		RACES,
		/** Files that arrived whole. */
		DOWNLOADS,
		/** Downloads that broke off and went on. */
		RESUMED,
		/** Requests that were sent again. */
		RETRIES,
		/** Clients that gave up. */
		GAVE_UP,
		/** Processes that were killed. */
		KILLS,
		/** Processes that were paused. */
		PAUSES,
		/** Processes that were stopped in order. */
		RESTARTS,
		/** Processes that ended by themselves. */
		CRASHES,
		/** Processes that did not stop in time. */
		SLOW_STOPS,
		/** The longest orderly stop, in milliseconds. */
		LONGEST_STOP_MILLIS,
		/** Processes that outlived the one that had started them. */
		ORPHANS,
		/** Messages that were sent to a queue once more. */
		REPEATED,
		/** Parked messages that were handled after all. */
		REDRIVEN

	}

	private final Map<Count, AtomicLong> counts = new EnumMap<>(Count.class);

	Tally() {
		for (Count count : Count.values()) {
			this.counts.put(count, new AtomicLong());
		}
	}

	void add(Count count) {
		add(count, 1);
	}

	void add(Count count, long more) {
		counter(count).addAndGet(more);
	}

	void most(Count count, long value) {
		counter(count).accumulateAndGet(value, Math::max);
	}

	long get(Count count) {
		return counter(count).get();
	}

	private AtomicLong counter(Count count) {
		return this.counts.getOrDefault(count, new AtomicLong());
	}

	Map<String, Long> all() {
		Map<String, Long> all = new LinkedHashMap<>();
		this.counts.forEach((count, value) -> all.put(count.name().toLowerCase(Locale.ROOT), value.get()));
		return all;
	}

}
