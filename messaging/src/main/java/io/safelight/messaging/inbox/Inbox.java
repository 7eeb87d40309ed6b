package io.safelight.messaging.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;

/**
 * Which messages a service has handled. The key is our own message id, never SQS's, which
 * changes when a message is sent again from a dead-letter queue. Thread-safe.
 */
public final class Inbox {

	/** 23 days of SNS's retries, 14 days of a queue, and a margin. */
	private static final Duration RETENTION = Duration.ofDays(45);

	private final Store store;

	private final Table table;

	private final Clock clock;

	public Inbox(Store store, String service, Clock clock) {
		this.store = store;
		this.table = MessageTable.of(service);
		this.clock = clock;
	}

	boolean hasHandled(Envelope envelope) {
		return find(envelope).isPresent();
	}

	/** Was it this very commit that handled the message? */
	boolean wasHandledBy(Envelope envelope, String commitId) {
		return find(envelope).filter((handled) -> handled.commitId().equals(commitId)).isPresent();
	}

	private Optional<HandledMessage> find(Envelope envelope) {
		return find(envelope.id());
	}

	Optional<HandledMessage> find(String messageId) {
		return this.store.find(this.table, this.table.key(HandledMessage.key(messageId)), HandledMessage.class);
	}

	/** Those of some messages that were handled. */
	Set<String> handled(List<String> messageIds) {
		List<Key> keys = messageIds.stream().map(HandledMessage::key).map(this.table::key).toList();
		return this.store.findAll(this.table, keys, HandledMessage.class)
			.stream()
			.map(HandledMessage::messageId)
			.collect(Collectors.toSet());
	}

	/** The write that refuses the whole commit if the message was handled before. */
	Write handled(Envelope envelope, String commitId, Changes changes) {
		Instant now = this.clock.instant();
		return new Write.Put(this.table,
				new HandledMessage(HandledMessage.key(envelope.id()), envelope.type().name(), commitId, now,
						changes.writes().size() + changes.messages().size(), now.plus(RETENTION).getEpochSecond()),
				Condition.absent());
	}

}
