package io.safelight.messaging.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.inbox.SeenMessages;
import io.safelight.messaging.observability.ReconcilerMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer's part: compares what it should have got with what it has seen, and asks
 * the sender for the rest. A message that is only late is asked for too, and its repeat
 * is absorbed. Thread-safe.
 */
final class FindMissing {

	private static final Logger log = LoggerFactory.getLogger(FindMissing.class);

	/** Messages of one question: the sender answers in one commit. */
	static final int IDS = 40;

	private final MessageRoutes routes;

	private final SeenMessages seen;

	private final ReconcilerMetrics metrics;

	FindMissing(MessageRoutes routes, SeenMessages seen, ReconcilerMetrics metrics) {
		this.routes = routes;
		this.seen = seen;
		this.metrics = metrics;
	}

	Changes on(MessagesSent manifest, MessageContext context) {
		List<String> expected = manifest.sent()
			.stream()
			.filter((part) -> isWanted(part.type(), manifest.topic()))
			.flatMap((part) -> part.messageIds().stream())
			.distinct()
			.toList();
		Set<String> known = this.seen.among(expected);
		List<String> missing = expected.stream().filter((id) -> !known.contains(id)).toList();
		if (missing.isEmpty()) {
			return Changes.none();
		}
		log.warn("{} messages of {} never came to {}; asking {} for them", missing.size(), manifest.topic(),
				this.routes.queue(), manifest.askAt());
		this.metrics.missing(missing.size());
		return ask(manifest, missing);
	}

	private boolean isWanted(String type, String topic) {
		return this.routes.wants(new MessageType(type), topic);
	}

	private Changes ask(MessagesSent manifest, List<String> missing) {
		Changes changes = Changes.none();
		List<List<String>> questions = new ArrayList<>();
		for (int from = 0; from < missing.size(); from += IDS) {
			questions.add(missing.subList(from, Math.min(from + IDS, missing.size())));
		}
		for (int number = 1; number <= questions.size(); number++) {
			changes = changes
				.publish(OutgoingMessage.toQueue(manifest.askAt(), MessagesMissing.TYPE, this.routes.queue(), number,
						new MessagesMissing(manifest.topic(), this.routes.queue(), questions.get(number - 1))));
		}
		return changes;
	}

}
