package io.safelight.imaging.rendition;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/**
 * Lets a few work at a time, by turns of whoever they work for: of two who wait, the one
 * whose contributor was served longer ago is next, however many photos the other one has
 * sent. Thread-safe.
 */
public final class FairTurns {

	/** Who waits for whom; the contributor that is next comes first. */
	private final Map<String, Queue<CountDownLatch>> waiting = new LinkedHashMap<>();

	private int free;

	/**
	 * Creates turns.
	 * @param atATime how many may be taken at a time
	 */
	public FairTurns(int atATime) {
		this.free = atATime;
	}

	/**
	 * Waits for a turn.
	 * @param contributor on whose behalf
	 * @return to be closed when the work is done
	 */
	Turn take(String contributor) throws InterruptedException {
		CountDownLatch called = enqueue(contributor);
		try {
			called.await();
		}
		catch (InterruptedException ex) {
			giveUp(contributor, called);
			throw ex;
		}
		return this::giveBack;
	}

	/** How many wait. */
	public synchronized int waiting() {
		return this.waiting.values().stream().mapToInt(Queue::size).sum();
	}

	private synchronized CountDownLatch enqueue(String contributor) {
		CountDownLatch called = new CountDownLatch(1);
		this.waiting.computeIfAbsent(contributor, (_) -> new ArrayDeque<>()).add(called);
		callNext();
		return called;
	}

	private synchronized void giveBack() {
		this.free++;
		callNext();
	}

	private synchronized void giveUp(String contributor, CountDownLatch called) {
		Queue<CountDownLatch> own = this.waiting.get(contributor);
		if (own != null && own.remove(called)) {
			if (own.isEmpty()) {
				this.waiting.remove(contributor);
			}
		}
		else {
			// It was called in the same moment.
			giveBack();
		}
	}

	private void callNext() {
		while (this.free > 0 && !this.waiting.isEmpty()) {
			this.free--;
			Map.Entry<String, Queue<CountDownLatch>> next = this.waiting.entrySet().iterator().next();
			Queue<CountDownLatch> own = this.waiting.remove(next.getKey());
			next.getValue().remove().countDown();
			if (own != null && !own.isEmpty()) {
				this.waiting.put(next.getKey(), own);
			}
		}
	}

	/** The right to work. */
	interface Turn extends AutoCloseable {

		@Override
		void close();

	}

}
