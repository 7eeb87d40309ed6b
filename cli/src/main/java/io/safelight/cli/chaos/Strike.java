package io.safelight.cli.chaos;

import java.time.Duration;
import java.util.List;

/**
 * Something that is done to processes.
 *
 * @param at when, from the beginning of the load
 * @param kind what
 * @param targets to whom, by their short names
 * @param length for how long: until a killed process is started again, or a paused one
 * goes on
 * @param offset by how much the clock of a process differs from then on, for a change of
 * clock
 */
record Strike(Duration at, Kind kind, List<String> targets, Duration length, Duration offset) {

	/** What can be done. */
	enum Kind {

		/** {@code kill -9}, and started again. */
		KILL,

		/** SIGSTOP, and SIGCONT. */
		PAUSE,

		/** SIGTERM, and started again. */
		RESTART,

		/** Stopped in order, and started again with another clock. */
		CLOCK

	}

	@Override
	public String toString() {
		String what = switch (this.kind) {
			case KILL -> "kill -9, back after " + this.length.toMillis() + " ms";
			case PAUSE -> "paused for " + this.length.toSeconds() + " s";
			case RESTART -> "restarted";
			case CLOCK -> "restarted with a clock that differs by " + this.offset.toSeconds() + " s";
		};
		return String.format("%02d:%02d  %s: %s", this.at.toMinutes(), this.at.toSecondsPart(),
				String.join(", ", this.targets), what);
	}

}
