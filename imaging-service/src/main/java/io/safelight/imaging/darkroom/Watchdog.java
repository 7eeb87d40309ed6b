package io.safelight.imaging.darkroom;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills workers that take too long. Thread-safe.
 */
final class Watchdog implements AutoCloseable {

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("darkroom-watchdog").factory());

	private final Duration patience;

	Watchdog(Duration patience) {
		this.patience = patience;
	}

	/** Watches a worker until the answer is closed. */
	Watch watch(WorkerProcess worker) {
		Future<?> kill = this.timer.schedule(worker::kill, this.patience.toMillis(), TimeUnit.MILLISECONDS);
		return () -> kill.cancel(false);
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

}
