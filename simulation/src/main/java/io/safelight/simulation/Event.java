package io.safelight.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen.
 *
 * @param time when, in milliseconds
 * @param sequence which of those that were planned, for those of the same time
 * @param process to whom; if it is dead by then, nothing happens. Null for what any may
 * do
 * @param action what
 */
record Event(long time, long sequence, @Nullable Process process, Runnable action) implements Comparable<Event> {

	@Override
	public int compareTo(Event other) {
		return (this.time != other.time) ? Long.compare(this.time, other.time)
				: Long.compare(this.sequence, other.sequence);
	}

}
