package io.safelight.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that wait to be sent, first come, first served, in rounds. Thread-safe.
 */
final class RelayLine {

	private static final Logger log = LoggerFactory.getLogger(RelayLine.class);

	/** Beyond this the sweeper has to catch up: memory is not where messages wait. */
	private static final int CAPACITY = 5_000;

	/** How soon a line with nothing to do notices that it is to stop. */
	private static final Duration IDLE = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final LinkedBlockingQueue<OutboxMessage> waiting = new LinkedBlockingQueue<>(CAPACITY);

	private final int mostOfRound;

	private final ToIntFunction<List<OutboxMessage>> sender;

	private final String name;

	private volatile boolean running;

	private volatile Thread worker = new Thread(() -> {
	});

	RelayLine(String name, int mostOfRound, ToIntFunction<List<OutboxMessage>> sender) {
		this.name = name;
		this.mostOfRound = mostOfRound;
		this.sender = sender;
	}

	void add(OutboxMessage message) {
		this.waiting.offer(message);
	}

	/**
	 * Sends what waits, in the caller's thread.
	 * @return how many were accepted
	 */
	int sendRound() {
		List<OutboxMessage> round = new ArrayList<>(this.mostOfRound);
		this.waiting.drainTo(round, this.mostOfRound);
		return round.isEmpty() ? 0 : this.sender.applyAsInt(round);
	}

	void start() {
		this.running = true;
		this.worker = Thread.ofVirtual().name(this.name).start(this::run);
	}

	private void run() {
		List<OutboxMessage> round = new ArrayList<>(this.mostOfRound);
		while (this.running || !this.waiting.isEmpty()) {
			try {
				round.clear();
				OutboxMessage first = this.waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
				if (first != null) {
					round.add(first);
					this.waiting.drainTo(round, this.mostOfRound - 1);
					this.sender.applyAsInt(round);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				log.warn("{} messages stay in the outbox for the sweeper: {}", round.size(), ex.toString());
			}
		}
	}

	/** Ends as soon as nothing waits. */
	void finish() {
		this.running = false;
	}

	void join() {
		try {
			this.worker.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
