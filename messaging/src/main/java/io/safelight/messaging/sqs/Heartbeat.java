package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a message hidden from others while the current thread handles it. Ends with
 * {@link #close()}, before the message is acknowledged.
 *
 * <p>
 * When it cannot, the message is lost to us: the handling thread is interrupted, as
 * somebody else will be given the message soon. That saves work only; if the thread does
 * not heed it, the conditions of its commit still let one of the two through.
 */
final class Heartbeat implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Thread worker = Thread.currentThread();

	private final Visibility visibility;

	private final HeartbeatRhythm rhythm;

	private final String receiptHandle;

	private final Runnable onFailure;

	private boolean over;

	private boolean lost;

	private Heartbeat(Visibility visibility, HeartbeatRhythm rhythm, String receiptHandle, Runnable onFailure) {
		this.visibility = visibility;
		this.rhythm = rhythm;
		this.receiptHandle = receiptHandle;
		this.onFailure = onFailure;
	}

	/**
	 * Begins to beat in a thread of its own.
	 * @param visibility what hides the message
	 * @param rhythm when it does
	 * @param receiptHandle the delivery
	 * @param onFailure called each time that the message could not be hidden
	 */
	static Heartbeat start(Visibility visibility, HeartbeatRhythm rhythm, String receiptHandle, Runnable onFailure) {
		Heartbeat heartbeat = new Heartbeat(visibility, rhythm, receiptHandle, onFailure);
		Thread.ofVirtual().name("heartbeat").start(heartbeat::run);
		return heartbeat;
	}

	private void run() {
		try {
			if (beat()) {
				lose();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Beats until the end, or until there is no use in it any more. */
	private boolean beat() throws InterruptedException {
		int failures = 0;
		for (long beat = 0; beat < this.rhythm.beats(); beat++) {
			if (endsWithin((failures == 0) ? this.rhythm.interval() : this.rhythm.patience())) {
				return false;
			}
			failures = hide() ? 0 : failures + 1;
			if (failures == HeartbeatRhythm.MOST_FAILURES) {
				return true;
			}
		}
		return !endsWithin(this.rhythm.lastWait());
	}

	private boolean endsWithin(Duration time) throws InterruptedException {
		return this.ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
	}

	private synchronized boolean hide() {
		if (this.over) {
			return true;
		}
		try {
			this.visibility.hide(this.receiptHandle, this.rhythm.visibility(), this.rhythm.patience());
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("A message that is being handled could not be kept hidden: {}", ex.toString());
			this.onFailure.run();
			return false;
		}
	}

	private synchronized void lose() {
		if (!this.over) {
			this.lost = true;
			this.worker.interrupt();
		}
	}

	/** Whether others are given the message, or will be soon. */
	synchronized boolean hasLost() {
		return this.lost;
	}

	/**
	 * Ends. Afterwards the message is not hidden any more, nor the thread interrupted or
	 * still marked so by us; a call that is under way is waited for.
	 */
	@Override
	public synchronized void close() {
		this.over = true;
		this.ended.countDown();
		if (this.lost) {
			Thread.interrupted();
		}
	}

}
