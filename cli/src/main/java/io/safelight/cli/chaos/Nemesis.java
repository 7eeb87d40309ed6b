package io.safelight.cli.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.safelight.cli.process.App;

/**
 * Does to the processes what the schedule says.
 */
final class Nemesis {

	private final Fleet fleet;

	private final Schedule schedule;

	private final Consumer<String> log;

	Nemesis(Fleet fleet, Schedule schedule, Consumer<String> log) {
		this.fleet = fleet;
		this.schedule = schedule;
		this.log = log;
	}

	/** Returns when the last strike is over. */
	void run() throws InterruptedException {
		long begin = System.nanoTime();
		try (ExecutorService strikes = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Strike strike : this.schedule.strikes()) {
				Duration wait = strike.at().minusNanos(System.nanoTime() - begin);
				TimeUnit.NANOSECONDS.sleep(Math.max(0, wait.toNanos()));
				this.log.accept(strike.toString());
				strike.targets().forEach((name) -> strikes.submit(() -> strike(strike, this.fleet.named(name))));
			}
		}
	}

	private void strike(Strike strike, App app) {
		try {
			this.fleet.exclusively(app, () -> {
				switch (strike.kind()) {
					case KILL -> {
						this.fleet.kill(app);
						TimeUnit.MILLISECONDS.sleep(strike.length().toMillis());
						this.fleet.start(app);
					}
					case PAUSE -> this.fleet.pause(app, strike.length());
					case RESTART -> {
						this.fleet.stop(app);
						this.fleet.start(app);
					}
					case CLOCK -> {
						this.fleet.stop(app);
						this.fleet.setOffset(app, strike.offset());
						this.fleet.start(app);
					}
				}
			});
		}
		catch (IOException ex) {
			this.log.accept("could not strike " + app.name() + ": " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
