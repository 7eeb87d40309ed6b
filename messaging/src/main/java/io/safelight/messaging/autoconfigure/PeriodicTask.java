package io.safelight.messaging.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Calls something again and again while the application runs, each time after the last
 * call has ended. A call that fails is logged and does not stop the next.
 */
public final class PeriodicTask implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PeriodicTask.class);

	private final String name;

	private final Duration interval;

	private final Runnable task;

	private volatile ScheduledExecutorService executor = Executors.newScheduledThreadPool(0);

	private volatile boolean running;

	/**
	 * A task that is not started yet.
	 * @param name what it is called in logs and thread names
	 * @param interval from the end of one call to the beginning of the next
	 * @param task what is called
	 */
	public PeriodicTask(String name, Duration interval, Runnable task) {
		this.name = name;
		this.interval = interval;
		this.task = task;
	}

	public String name() {
		return this.name;
	}

	public Duration interval() {
		return this.interval;
	}

	@Override
	public void start() {
		this.executor = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(this.name).factory());
		this.executor.scheduleWithFixedDelay(this::runOnce, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
		this.running = true;
	}

	/** Calls it once, in the caller's thread. */
	public void runOnce() {
		try {
			this.task.run();
		}
		catch (RuntimeException ex) {
			log.warn("{} failed and is tried again in {}: {}", this.name, this.interval, ex.toString());
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.executor.shutdown();
		try {
			this.executor.awaitTermination(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
