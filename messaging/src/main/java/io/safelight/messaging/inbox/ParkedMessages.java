package io.safelight.messaging.inbox;

import java.time.Clock;
import java.util.List;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.outbox.MessageIds;
import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Messages that could not be handled, each once, however often it came. Thread-safe.
 */
public final class ParkedMessages {

	private final Store store;

	private final Table table;

	private final Clock clock;

	public ParkedMessages(Store store, String service, Clock clock) {
		this.store = store;
		this.table = MessageTable.of(service);
		this.clock = clock;
	}

	/**
	 * Sets a message aside. When this returns it is durable, and the delivery may be
	 * acknowledged.
	 */
	void park(String queue, String body, @Nullable Envelope envelope, String reason) {
		String key = ParkedMessage.key(MessageIds.of(queue + "|" + body));
		String now = SortableTime.of(this.clock.instant());
		ParkedMessage parked = this.store.find(this.table, this.table.key(key), ParkedMessage.class)
			.map((seen) -> seen.seenAgain(now))
			.orElseGet(() -> new ParkedMessage(key, ParkedMessage.WORK, now, now, 1, queue,
					(envelope != null) ? envelope.id() : null, (envelope != null) ? envelope.type().name() : null,
					reason, body));
		this.store.commit(List.of(new Write.Put(this.table, parked, Condition.none())),
				MessageIds.of(key + now + parked.times()));
	}

	/** Parked messages, oldest first. */
	public Page<ParkedMessage> list(int limit, @Nullable String cursor) {
		return this.store.query(Query.of(this.table, MessageTable.WORK, ParkedMessage.WORK).limit(limit).after(cursor),
				ParkedMessage.class);
	}

}
