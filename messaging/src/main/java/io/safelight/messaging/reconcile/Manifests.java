package io.safelight.messaging.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.outbox.SentMessages;
import io.safelight.messaging.reconcile.MessagesSent.OfType;
import io.safelight.messaging.reconcile.Subscriptions.Subscriber;

/**
 * Lists for each consumer what it should have got.
 */
final class Manifests {

	/** Identities of one list: about 40 bytes each, in a message of at most 64 KiB. */
	static final int IDS = 1000;

	private final Subscriptions subscriptions;

	private final String askAt;

	Manifests(Subscriptions subscriptions, String askAt) {
		this.subscriptions = subscriptions;
		this.askAt = askAt;
	}

	List<OutgoingMessage> of(List<SentMessages> sent) {
		Map<String, Map<String, List<String>>> byTopic = new LinkedHashMap<>();
		sent.stream()
			.flatMap((round) -> round.parts().stream())
			.forEach((part) -> byTopic.computeIfAbsent(part.topic(), (topic) -> new LinkedHashMap<>())
				.computeIfAbsent(part.type(), (type) -> new ArrayList<>())
				.addAll(part.messageIds()));
		List<OutgoingMessage> manifests = new ArrayList<>();
		byTopic.forEach((topic, types) -> this.subscriptions.of(topic)
			.forEach((subscriber) -> manifests.addAll(manifests(topic, subscriber, types))));
		return manifests;
	}

	private List<OutgoingMessage> manifests(String topic, Subscriber subscriber, Map<String, List<String>> types) {
		List<OutgoingMessage> manifests = new ArrayList<>();
		for (List<OfType> page : pages(subscriber, types)) {
			manifests.add(OutgoingMessage.toQueue(subscriber.queue(), MessagesSent.TYPE, topic, manifests.size() + 1,
					new MessagesSent(topic, this.askAt, page)));
		}
		return manifests;
	}

	private static List<List<OfType>> pages(Subscriber subscriber, Map<String, List<String>> types) {
		List<List<OfType>> pages = new ArrayList<>();
		int room = 0;
		for (Map.Entry<String, List<String>> type : types.entrySet()) {
			List<String> left = subscriber.gets(type.getKey()) ? type.getValue() : List.of();
			while (!left.isEmpty()) {
				if (room == 0) {
					pages.add(new ArrayList<>());
					room = IDS;
				}
				int count = Math.min(room, left.size());
				pages.getLast().add(new OfType(type.getKey(), left.subList(0, count)));
				left = left.subList(count, left.size());
				room -= count;
			}
		}
		return pages;
	}

}
