package io.safelight.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import io.safelight.messaging.trace.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a service has decided to send, from the commit that decided them
 * until they are sent. Thread-safe.
 */
public final class Outbox {

	/** How long a message is left alone whose predecessor is on its way elsewhere. */
	private static final Duration HELD = Duration.ofSeconds(1);

	/** What one commit notes at most, in messages and in bytes. */
	private static final int MARKS = 90;

	private static final int MARKED_BYTES = 2_000_000;

	private final Store store;

	private final Table table;

	private final String source;

	private final OutboxProperties properties;

	private final Clock clock;

	private final boolean noted;

	private final Tracing tracing;

	/** An outbox that keeps no ledger of what it has sent, and records no traces. */
	public Outbox(Store store, String service, OutboxProperties properties, Clock clock) {
		this(store, service, properties, clock, false, Tracing.OFF);
	}

	/**
	 * An outbox.
	 * @param noted whether it notes in the {@link SentLedger} what it has sent
	 * @param tracing is told of each message that is decided
	 */
	public Outbox(Store store, String service, OutboxProperties properties, Clock clock, boolean noted,
			Tracing tracing) {
		this.noted = noted;
		this.tracing = tracing;
		this.store = store;
		this.table = MessageTable.of(service);
		this.source = "safelight." + service;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The rows that say these messages. They are born leased: whoever commits them is the
	 * first to send them.
	 */
	public List<OutboxMessage> rows(Changes changes, Cause cause) {
		Instant now = this.clock.instant();
		List<OutboxMessage> rows = new ArrayList<>();
		Cause within = cause;
		for (OutgoingMessage message : changes.messages()) {
			OutboxMessage row = row(message, within, now);
			rows.add(row);
			if (within.traceparent().isEmpty()) {
				within = new Cause(cause.correlationId(), cause.causationId(), row.traceparent());
			}
		}
		return rows;
	}

	public List<Write> writes(List<OutboxMessage> rows) {
		return rows.stream().<Write>map((row) -> new Write.Put(this.table, row, Condition.absent())).toList();
	}

	private OutboxMessage row(OutgoingMessage message, Cause cause, Instant now) {
		String id = MessageIds.of(cause.causationId(), message);
		String traceparent = this.tracing.decided(message.type().name(), message.topic(), id, cause.traceparent());
		Metadata metadata = new Metadata(message.aggregateId(), message.aggregateVersion(), cause.correlationId(),
				cause.causationId(), traceparent, message.tenant());
		Envelope envelope = new Envelope(id, message.type(), this.source, now, message.resources(), metadata,
				EnvelopeJson.data(message.data()));
		return new OutboxMessage(OutboxMessage.key(id), id, Destination.parse(message.topic()), message.type().name(),
				message.aggregateId(), before(message), traceparent, message.tenant(), EnvelopeJson.write(envelope),
				OutboxMessage.pending(shard(id)), SortableTime.of(now),
				now.plus(this.properties.lease()).toEpochMilli(), 0, null, null);
	}

	/**
	 * The message that a sequence has before this one. It was committed before, since the
	 * versions of a thing are, and so is there to be looked at.
	 */
	private static @Nullable String before(OutgoingMessage message) {
		if (!Destination.parse(message.topic()).keepsSequence() || message.aggregateVersion() <= 1) {
			return null;
		}
		return OutboxMessage
			.key(MessageIds.inSequence(message.topic(), message.aggregateId(), message.aggregateVersion() - 1));
	}

	/**
	 * The row that says a message once more, to one consumer's queue. It is born leased,
	 * as all are: commit {@link #writes} of it, then give it to the relay.
	 */
	public OutboxMessage row(Replay replay) {
		Instant now = this.clock.instant();
		return new OutboxMessage(OutboxMessage.key(replay), replay.messageId(), Destination.queue(replay.queue()),
				replay.type(), replay.aggregateId(), null, replay.traceparent(), replay.tenant(), replay.body(),
				OutboxMessage.pending(shard(replay.messageId())), SortableTime.of(now),
				now.plus(this.properties.lease()).toEpochMilli(), 0, null, null);
	}

	/**
	 * Says a message once more as part of other changes; the sweeper sends it within
	 * seconds. The same occasion says it once.
	 */
	public Write again(Replay replay) {
		return new Write.Put(this.table, row(replay).freeFrom(this.clock.instant().minusMillis(1)), Condition.absent());
	}

	private int shard(String id) {
		return Math.floorMod(id.hashCode(), this.properties.shards());
	}

	/**
	 * Pending messages that nobody is at, leased to the caller. The index may lag behind
	 * the table, so each is claimed by a condition on the row itself.
	 */
	List<OutboxMessage> claim(int limit) {
		List<OutboxMessage> claimed = new ArrayList<>();
		for (int shard = 0; shard < this.properties.shards() && claimed.size() < limit; shard++) {
			Query query = Query.of(this.table, MessageTable.WORK, OutboxMessage.pending(shard))
				.limit(limit - claimed.size());
			for (OutboxMessage row : this.store.query(query, OutboxMessage.class).items()) {
				if (row.isFreeAt(this.clock.instant())) {
					claim(row, claimed);
				}
			}
		}
		return claimed;
	}

	private void claim(OutboxMessage row, List<OutboxMessage> claimed) {
		OutboxMessage leased = row.leasedUntil(this.clock.instant().plus(this.properties.lease()));
		Condition stillFree = Condition.all(Condition.equal("leaseUntil", row.leaseUntil()),
				Condition.equal("work", String.valueOf(row.work())));
		try {
			this.store.commit(List.of(new Write.Put(this.table, leased, stillFree)),
					MessageIds.of(row.pk() + "|lease|" + leased.leaseEpoch()));
			claimed.add(leased);
		}
		catch (ConditionFailedException ex) {
			// Sent or claimed by somebody else meanwhile.
			return;
		}
	}

	/**
	 * Whether a message still has to be sent, as the table itself says. One that is not
	 * there was sent so long ago that it was forgotten, or never was.
	 */
	boolean isPending(String key) {
		return this.store.find(this.table, this.table.key(key), OutboxMessage.class)
			.filter((row) -> row.work() != null)
			.isPresent();
	}

	/**
	 * Gives messages back that the caller has leased but may not send yet, since others
	 * have the ones before them: the sweeper looks at them again in a second and not at
	 * the end of a lease.
	 */
	void putBack(List<OutboxMessage> messages) {
		for (OutboxMessage row : messages) {
			Condition ours = Condition.all(Condition.equal("leaseUntil", row.leaseUntil()),
					Condition.equal("work", String.valueOf(row.work())));
			try {
				this.store.commit(
						List.of(new Write.Put(this.table, row.freeFrom(this.clock.instant().plus(HELD)), ours)),
						MessageIds.of(row.pk() + "|held|" + row.leaseUntil()));
			}
			catch (ConditionFailedException ex) {
				// Sent or claimed by somebody else meanwhile.
				continue;
			}
		}
	}

	/**
	 * Notes that their destination has accepted these, in one commit. Whoever took a
	 * message meanwhile is at it now and will note it: a relay that slept through its
	 * lease has no say any more. Losing this note only means that they are sent again.
	 * What has to be reconciled is noted in the same commit.
	 */
	void markSent(List<OutboxMessage> messages) {
		MessageBatches.of(messages, MARKS, MARKED_BYTES).forEach(this::mark);
	}

	private void mark(List<OutboxMessage> messages) {
		Instant now = this.clock.instant();
		List<Write> marks = new ArrayList<>();
		messages.forEach(
				(row) -> marks.add(new Write.Put(this.table, row.sent(now, this.properties.retention()), ours(row))));
		if (this.noted) {
			SentMessages.of(messages, SortableTime.of(now))
				.forEach((sent) -> marks.add(new Write.Put(this.table, sent, Condition.none())));
		}
		while (!marks.isEmpty()) {
			marks.removeAll(
					commit(marks, MessageIds.of("sent|" + now + "|" + marks.size() + "|" + messages.getFirst().pk())));
		}
	}

	/** Answers those that need not be tried again: all, or what stands in their way. */
	private List<Write> commit(List<Write> marks, String token) {
		try {
			this.store.commit(marks, token);
			return List.copyOf(marks);
		}
		catch (ConditionFailedException ex) {
			return ex.refused();
		}
		catch (StoreBusyException ex) {
			if (ex.busy().isEmpty()) {
				throw ex;
			}
			return ex.busy();
		}
	}

	/** Still pending, and nobody has taken it since. */
	private static Condition ours(OutboxMessage row) {
		return Condition.all(Condition.equal("leaseEpoch", row.leaseEpoch()),
				Condition.equal("work", String.valueOf(row.work())));
	}

	/** How many messages are pending, up to 1,000 for each shard, and since when. */
	public OutboxBacklog backlog() {
		int pending = 0;
		String oldest = null;
		for (int shard = 0; shard < this.properties.shards(); shard++) {
			List<OutboxMessage> rows = this.store
				.query(Query.of(this.table, MessageTable.WORK, OutboxMessage.pending(shard)).limit(1000),
						OutboxMessage.class)
				.items();
			pending += rows.size();
			if (!rows.isEmpty() && (oldest == null || rows.getFirst().since().compareTo(oldest) < 0)) {
				oldest = rows.getFirst().since();
			}
		}
		Duration age = (oldest != null) ? Duration.between(Instant.parse(oldest), this.clock.instant()) : Duration.ZERO;
		return new OutboxBacklog(pending, age);
	}

}
