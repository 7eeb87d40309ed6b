package io.safelight.cli.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who come by and by, each on their own.
 */
final class Load implements AutoCloseable {

	private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

	private final AtomicInteger present = new AtomicInteger();

	private final Random random;

	Load(long seed) {
		this.random = new Random(seed);
	}

	/** Lets so many come each minute, at irregular times, for so long. */
	Future<?> come(int perMinute, Duration length, Visit visit) {
		long seed = this.random.nextLong();
		return this.people.submit(() -> {
			comeOneByOne(perMinute, length, visit, new Random(seed));
			return null;
		});
	}

	private void comeOneByOne(int perMinute, Duration length, Visit visit, Random own) throws InterruptedException {
		long end = System.nanoTime() + length.toNanos();
		long gapMillis = Duration.ofMinutes(1).toMillis() / Math.max(1, perMinute);
		while (perMinute > 0 && System.nanoTime() < end) {
			long seed = own.nextLong();
			this.present.incrementAndGet();
			this.people.submit(() -> {
				try {
					visit.make(seed);
				}
				finally {
					this.present.decrementAndGet();
				}
				return null;
			});
			TimeUnit.MILLISECONDS.sleep(gapMillis / 2 + own.nextLong(gapMillis + 1));
		}
	}

	/** Lets somebody work until the end. */
	void work(Work work) {
		this.people.submit(() -> {
			work.go();
			return null;
		});
	}

	int present() {
		return this.present.get();
	}

	/** Sends everybody away. */
	@Override
	public void close() {
		this.people.shutdownNow();
	}

	/** What somebody comes for. */
	interface Visit {

		void make(long seed) throws InterruptedException;

	}

	/** What somebody does all the time. */
	interface Work {

		void go() throws InterruptedException;

	}

}
