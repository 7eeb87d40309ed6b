package io.safelight.imaging.darkroom;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Kills workers that take too long. What counts is the processor's time that a worker has
 * used, for a machine with too much to do must not cost a photograph its place; but who
 * uses none does not live for ever either. Thread-safe.
 */
final class Watchdog implements AutoCloseable {

	/** A worker may take so many times as long by the clock as by the processor. */
	private static final int BY_THE_CLOCK = 6;

	/** The processor's time is looked at no more often than this, in milliseconds. */
	private static final long RHYTHM = 100;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("darkroom-watchdog").factory());

	private final Duration patience;

	Watchdog(Duration patience) {
		this.patience = patience;
	}

	/** Watches a worker until the answer is closed. */
	Watch watch(WorkerProcess worker) {
		Round round = new Round(worker);
		round.after(this.patience);
		return round;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/** A worker being watched. */
	interface Watch extends AutoCloseable {

		@Override
		void close();

	}

	private final class Round implements Watch {

		private final WorkerProcess worker;

		private final long begun = System.nanoTime();

		private final Duration used;

		private @Nullable Future<?> next;

		private boolean over;

		Round(WorkerProcess worker) {
			this.worker = worker;
			this.used = worker.processorTime();
		}

		private synchronized void after(Duration time) {
			if (!this.over) {
				this.next = Watchdog.this.timer.schedule(this::look, Math.max(RHYTHM, time.toMillis()),
						TimeUnit.MILLISECONDS);
			}
		}

		private void look() {
			Duration byTheClock = Duration.ofNanos(System.nanoTime() - this.begun);
			Duration left = Watchdog.this.patience.minus(this.worker.processorTime().minus(this.used));
			if (left.isPositive() && byTheClock.compareTo(Watchdog.this.patience.multipliedBy(BY_THE_CLOCK)) < 0) {
				after(left);
			}
			else {
				this.worker.kill();
			}
		}

		@Override
		public synchronized void close() {
			this.over = true;
			if (this.next != null) {
				this.next.cancel(false);
			}
		}

	}

}
