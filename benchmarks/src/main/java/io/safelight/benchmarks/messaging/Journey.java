package io.safelight.benchmarks.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Events on their way during one round. Thread-safe.
 */
final class Journey {

	/** What every event carries: about what a message of the marketplace has. */
	static final String PAYLOAD = "x".repeat(400);

	private static final int MOST_EVENTS = 200_000;

	/** At most so many are under way, so that no candidate just fills its queue. */
	private static final int UNDER_WAY = 400;

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

	private final int base = ThreadLocalRandom.current().nextInt(1_000_000_000);

	private final AtomicLongArray committed = new AtomicLongArray(MOST_EVENTS);

	private final AtomicLongArray arrived = new AtomicLongArray(MOST_EVENTS);

	private final AtomicInteger next = new AtomicInteger();

	private final AtomicInteger arrivals = new AtomicInteger();

	private final Semaphore room = new Semaphore(UNDER_WAY);

	private volatile long began;

	private volatile long lastArrival;

	void committed(int event) {
		this.committed.set(event - this.base, System.nanoTime());
	}

	/** An event is counted once, however often it arrives; others' are ignored. */
	void arrived(int event) {
		int index = event - this.base;
		long now = System.nanoTime();
		if (index >= 0 && index < this.next.get() && this.arrived.compareAndSet(index, 0, now)) {
			this.lastArrival = now;
			this.arrivals.incrementAndGet();
			this.room.release();
		}
	}

	/** As many events as there is room for, for so long. */
	void saturate(Candidate candidate, int seconds) throws InterruptedException {
		this.began = System.nanoTime();
		long end = this.began + TimeUnit.SECONDS.toNanos(seconds);
		List<Thread> callers = new ArrayList<>();
		for (int i = 0; i < candidate.callers(); i++) {
			callers.add(Thread.ofVirtual().start(() -> {
				while (System.nanoTime() < end) {
					send(candidate, candidate.perCall());
				}
			}));
		}
		for (Thread caller : callers) {
			caller.join();
		}
		awaitAll();
	}

	/** So many events a second, whether or not the last ones have arrived. */
	void steadily(Candidate candidate, int perSecond, int seconds) throws InterruptedException {
		this.began = System.nanoTime();
		List<Thread> callers = new ArrayList<>();
		for (int i = 0; i < perSecond * seconds; i++) {
			long due = this.began + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			callers.add(Thread.ofVirtual().start(() -> send(candidate, 1)));
		}
		for (Thread caller : callers) {
			caller.join();
		}
		awaitAll();
	}

	private void send(Candidate candidate, int events) {
		this.room.acquireUninterruptibly(events);
		List<Integer> batch = new ArrayList<>(events);
		for (int i = 0; i < events; i++) {
			batch.add(this.base + this.next.getAndIncrement());
		}
		candidate.send(batch);
	}

	private void awaitAll() {
		long end = System.nanoTime() + PATIENCE_NANOS;
		while (this.arrivals.get() < this.next.get() && System.nanoTime() < end) {
			LockSupport.parkNanos(1_000_000);
		}
	}

	int events() {
		return this.arrivals.get();
	}

	/** Events that never arrived. */
	int missing() {
		return this.next.get() - this.arrivals.get();
	}

	double eventsPerSecond() {
		return this.arrivals.get() * 1e9 / (this.lastArrival - this.began);
	}

	/** From commit to commit, in milliseconds, of every event that arrived. */
	List<Double> ages() {
		List<Double> ages = new ArrayList<>();
		for (int i = 0; i < this.next.get(); i++) {
			if (this.arrived.get(i) != 0) {
				ages.add(Math.max(0, this.arrived.get(i) - this.committed.get(i)) / 1e6);
			}
		}
		return ages;
	}

}
