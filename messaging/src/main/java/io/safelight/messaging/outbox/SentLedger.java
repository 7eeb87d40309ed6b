package io.safelight.messaging.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a service has sent and nobody has reconciled yet, and the history from which it
 * can be sent again. Thread-safe.
 */
public final class SentLedger {

	private final Store store;

	private final Table table;

	public SentLedger(Store store, String service) {
		this.store = store;
		this.table = MessageTable.of(service);
	}

	/**
	 * What was sent up to a time, oldest first.
	 * @param time the latest that is wanted
	 * @param limit the most rounds of a page
	 * @param cursor where the last page ended, or null
	 */
	public Page<SentMessages> sentUntil(Instant time, int limit, @Nullable String cursor) {
		return this.store.query(Query.of(this.table, MessageTable.WORK, SentMessages.WORK)
			.upTo(SortableTime.of(time))
			.limit(limit)
			.after(cursor), SentMessages.class);
	}

	/** Takes these off the ledger, if nobody else has. */
	public Changes reconciled(List<SentMessages> sent) {
		Changes changes = Changes.none();
		for (SentMessages round : sent) {
			changes = changes.delete(this.table, this.table.key(round.pk()), Condition.present());
		}
		return changes;
	}

	/**
	 * Messages as they were sent, by identity, as far as they are remembered; see
	 * {@code safelight.messaging.outbox.retention}.
	 */
	public Map<String, OutboxMessage> history(List<String> messageIds) {
		return this.store
			.findAll(this.table, messageIds.stream().map(OutboxMessage::key).map(this.table::key).toList(),
					OutboxMessage.class)
			.stream()
			.collect(Collectors.toMap(OutboxMessage::messageId, Function.identity()));
	}

}
