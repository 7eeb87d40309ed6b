package io.safelight.simulation;

import io.safelight.messaging.autoconfigure.PeriodicTask;

/**
 * One of a process's timers. While nothing happens in its service it is called less and
 * less often, as days have to pass in milliseconds; with every commit it is on time
 * again.
 */
final class Timer {

	private static final long MOST = 4 * 3_600_000L;

	private static final int SLOWER = 16;

	/** Longer than a lease of the outbox: what a crash has left is free by then. */
	private static final long SOON = 40_000;

	/** Who only counts, for meters that nobody looks at here. */
	private static final String COUNTS = "-metrics";

	private final Process process;

	private final PeriodicTask task;

	private long wait;

	/** Which of the planned calls is the one that counts. */
	private int plan;

	Timer(Process process, PeriodicTask task) {
		this.process = process;
		this.task = task;
		this.wait = interval();
	}

	private long interval() {
		return Math.max(1, this.task.interval().toMillis());
	}

	Process process() {
		return this.process;
	}

	String name() {
		return this.task.name();
	}

	/** Whether it is to be put on time again. */
	boolean isLazy() {
		return this.wait > SLOWER * Math.max(SOON, interval()) && !name().endsWith(COUNTS);
	}

	long next() {
		long now = this.wait;
		this.wait = Math.min(MOST, this.wait * SLOWER);
		return now;
	}

	void onTime() {
		this.wait = Math.max(SOON, interval());
	}

	int plan() {
		return this.plan;
	}

	int replan() {
		return ++this.plan;
	}

	void call() {
		this.task.runOnce();
	}

}
