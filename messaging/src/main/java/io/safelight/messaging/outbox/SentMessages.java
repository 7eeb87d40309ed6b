package io.safelight.messaging.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Messages that topics took in one round: a small row that stays until their consumers
 * were told what they should have got.
 *
 * @param pk {@code SENT#<identity of the round>}
 * @param work {@code SENT}
 * @param since when the topics took them, sortable
 * @param parts the messages by topic and type
 */
public record SentMessages(String pk, String work, String since, List<Part> parts) {

	static final String WORK = "SENT";

	public SentMessages {
		parts = List.copyOf(parts);
	}

	/** What topics took; messages to single queues are not among it. */
	static List<SentMessages> of(List<OutboxMessage> messages, String since) {
		List<OutboxMessage> said = messages.stream()
			.filter((message) -> message.destination().kind() == Destination.Kind.TOPIC)
			.toList();
		if (said.isEmpty()) {
			return List.of();
		}
		Map<List<String>, List<String>> ids = new LinkedHashMap<>();
		said.forEach((message) -> ids
			.computeIfAbsent(List.of(message.destination().name(), message.type()), (part) -> new ArrayList<>())
			.add(message.messageId()));
		List<Part> parts = ids.entrySet()
			.stream()
			.map((part) -> new Part(part.getKey().getFirst(), part.getKey().getLast(), part.getValue()))
			.toList();
		String round = said.stream().map(OutboxMessage::messageId).collect(Collectors.joining("|", since, ""));
		return List.of(new SentMessages("SENT#" + MessageIds.of(round), WORK, since, parts));
	}

	/**
	 * Messages of one type that one topic took.
	 *
	 * @param topic the topic's name
	 * @param type their type
	 * @param messageIds their identities
	 */
	public record Part(String topic, String type, List<String> messageIds) {

		public Part {
			messageIds = List.copyOf(messageIds);
		}

	}

}
