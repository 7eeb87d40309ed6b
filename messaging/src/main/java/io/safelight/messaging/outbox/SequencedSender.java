package io.safelight.messaging.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends what goes to a topic in sequence in the order in which it was decided, whoever
 * sends it: a message has its turn only after the one before it was accepted, here or, as
 * the table says, by whoever else had it. Everything else passes through. Thread-safe.
 *
 * <p>
 * One call holds at most one message of each group, since SNS may refuse some messages of
 * a batch and take others. What may not be sent yet is put back.
 */
final class SequencedSender implements MessageSender {

	private final MessageSender sender;

	private final Outbox outbox;

	SequencedSender(MessageSender sender, Outbox outbox) {
		this.sender = sender;
		this.outbox = outbox;
	}

	@Override
	public List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages) {
		return destination.keepsSequence() ? inTurns(destination, messages) : this.sender.send(destination, messages);
	}

	private List<OutboxMessage> inTurns(Destination destination, List<OutboxMessage> messages) {
		Map<String, OutboxMessage> waiting = new LinkedHashMap<>();
		messages.forEach((message) -> waiting.put(message.pk(), message));
		List<OutboxMessage> accepted = new ArrayList<>();
		List<OutboxMessage> turn = waiting.values().stream().filter((message) -> mayBegin(message, waiting)).toList();
		while (!turn.isEmpty()) {
			turn.forEach((message) -> waiting.remove(message.pk()));
			List<OutboxMessage> taken = this.sender.send(destination, turn);
			accepted.addAll(taken);
			Set<String> done = taken.stream().map(OutboxMessage::pk).collect(Collectors.toSet());
			turn = waiting.values().stream().filter((message) -> done.contains(message.after())).toList();
		}
		this.outbox.putBack(List.copyOf(waiting.values()));
		return accepted;
	}

	private boolean mayBegin(OutboxMessage message, Map<String, OutboxMessage> waiting) {
		return message.after() == null
				|| (!waiting.containsKey(message.after()) && !this.outbox.isPending(message.after()));
	}

}
