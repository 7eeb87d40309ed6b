package io.safelight.messaging.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sends what was just committed, at once and in batches, in a thread of its own. Whatever
 * it does not get done (a crash, a full queue, a destination that refuses) is left to the
 * {@link OutboxSweeper}: the row is what counts, this is only the short way.
 *
 * <p>
 * A message counts as sent only after its destination has answered, never before.
 */
public final class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	/** Beyond this the sweeper has to catch up: memory is not where messages wait. */
	private static final int CAPACITY = 10_000;

	/**
	 * What is sent before it is marked; SNS takes ten at a time, DynamoDB 25, and the
	 * ledger of what was sent is one more row.
	 */
	private static final int ROUND = 49;

	private final LinkedBlockingQueue<OutboxMessage> committed = new LinkedBlockingQueue<>(CAPACITY);

	private final Outbox outbox;

	private final MessageSender sender;

	private volatile boolean running;

	private volatile Thread worker = new Thread(() -> {
	});

	public OutboxRelay(Outbox outbox, MessageSender sender) {
		this.outbox = outbox;
		this.sender = new SequencedSender(sender, outbox);
	}

	/** Messages whose commit is done, leased to this process. */
	public void enqueue(List<OutboxMessage> messages) {
		messages.forEach(this.committed::offer);
	}

	/**
	 * Sends what waits, one round, in the caller's thread.
	 * @return how many were accepted
	 */
	public int sendWaiting() {
		List<OutboxMessage> round = new ArrayList<>(ROUND);
		this.committed.drainTo(round, ROUND);
		return round.isEmpty() ? 0 : send(round);
	}

	/**
	 * Sends messages and marks those that were accepted.
	 * @return how many were accepted
	 */
	int send(List<OutboxMessage> messages) {
		Map<Destination, List<OutboxMessage>> parts = new LinkedHashMap<>();
		messages.forEach((message) -> parts.computeIfAbsent(message.destination(), (destination) -> new ArrayList<>())
			.add(message));
		List<OutboxMessage> accepted = new ArrayList<>();
		parts.forEach((destination, part) -> accepted.addAll(this.sender.send(destination, part)));
		this.outbox.markSent(accepted);
		return accepted.size();
	}

	@Override
	public void start() {
		this.running = true;
		this.worker = Thread.ofVirtual().name("outbox-relay").start(this::run);
	}

	private void run() {
		List<OutboxMessage> round = new ArrayList<>(ROUND);
		while (this.running || !this.committed.isEmpty()) {
			try {
				round.clear();
				if (this.committed.isEmpty()) {
					round.add(this.committed.take());
				}
				this.committed.drainTo(round, ROUND - round.size());
				send(round);
			}
			catch (InterruptedException ex) {
				// Told to stop; what is left in the queue is still sent.
				continue;
			}
			catch (RuntimeException ex) {
				log.warn("{} messages stay in the outbox for the sweeper: {}", round.size(), ex.toString());
			}
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.worker.interrupt();
		try {
			this.worker.join(java.time.Duration.ofSeconds(10));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Stops after the receivers and the web server, which still commit while they stop.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 100;
	}

}
