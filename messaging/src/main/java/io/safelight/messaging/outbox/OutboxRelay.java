package io.safelight.messaging.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.context.SmartLifecycle;

/**
 * Sends what was just committed, at once and in batches, in threads of its own. Whatever
 * it does not get done (a crash, a full queue, a destination that refuses) is left to the
 * {@link OutboxSweeper}: the row is what counts, this is only the short way.
 *
 * <p>
 * A message counts as sent only after its destination has answered, never before.
 */
public final class OutboxRelay implements SmartLifecycle {

	/** What is sent before it is marked; SNS takes ten at a time, DynamoDB a hundred. */
	private static final int ROUND = 50;

	/** Rounds under way at a time. */
	private static final int LINES = 4;

	private final List<RelayLine> lines = new ArrayList<>();

	private final Outbox outbox;

	private final MessageSender sender;

	private volatile boolean running;

	public OutboxRelay(Outbox outbox, MessageSender sender) {
		this.outbox = outbox;
		this.sender = new SequencedSender(sender, outbox);
		for (int i = 0; i < LINES; i++) {
			this.lines.add(new RelayLine("outbox-relay-" + i, ROUND, this::send));
		}
	}

	/**
	 * Messages whose commit is done, leased to this process. What is about the same thing
	 * goes through the same line, in its order.
	 */
	public void enqueue(List<OutboxMessage> messages) {
		messages.forEach((message) -> this.lines.get(Math.floorMod(Objects.hashCode(message.aggregateId()), LINES))
			.add(message));
	}

	/**
	 * Sends what waits, one round of each line, in the caller's thread.
	 * @return how many were accepted
	 */
	public int sendWaiting() {
		return this.lines.stream().mapToInt(RelayLine::sendRound).sum();
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
		this.lines.forEach(RelayLine::start);
	}

	/**
	 * Lets it send what it has. To interrupt it would break off a request to the topic,
	 * whose messages would then wait for the end of their lease.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.lines.forEach(RelayLine::finish);
		this.lines.forEach(RelayLine::join);
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
