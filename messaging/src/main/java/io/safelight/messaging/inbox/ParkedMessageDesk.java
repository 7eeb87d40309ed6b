package io.safelight.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.inbox.AuditEntry.Outcome;
import io.safelight.messaging.outbox.MessageBatches;
import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.Replay;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where people decide what becomes of parked messages. Each decision is written down
 * together with what it leads to, in one transaction: the parked message's new state, an
 * entry for audits, and for a redrive a row of the outbox that is addressed to the one
 * queue. Decisions about one message come one after the other, and only the first has an
 * effect. Thread-safe.
 *
 * <p>
 * A redriven message keeps its identity, so its consumer's inbox and the versions of what
 * it is about still decide whether it takes effect.
 */
public final class ParkedMessageDesk {

	private static final int TRIES = 20;

	private static final Duration WAIT = Duration.ofMillis(50);

	private final ParkedMessages parked;

	private final Inbox inbox;

	private final Outbox outbox;

	private final Committer committer;

	private final Store store;

	private final Table table;

	private final AuditTrail trail;

	private final Clock clock;

	private final Pause pause;

	public ParkedMessageDesk(ParkedMessages parked, Inbox inbox, Outbox outbox, Committer committer, Store store,
			String service, Clock clock, Pause pause) {
		this.parked = parked;
		this.inbox = inbox;
		this.outbox = outbox;
		this.committer = committer;
		this.store = store;
		this.table = MessageTable.of(service);
		this.trail = new AuditTrail(store, service, clock);
		this.clock = clock;
		this.pause = pause;
	}

	/**
	 * Carries a decision out.
	 * @param id the parked message's identity
	 * @param decision what is wanted, by whom and why
	 * @return what came of it, or empty if there is no such message
	 */
	public Optional<AuditEntry> decide(String id, Decision decision) {
		for (int attempt = 1;; attempt++) {
			Optional<Sitting> sitting = sitting(id, decision);
			try {
				sitting.map(this::changes).ifPresent(this.committer::commit);
				return sitting.map(Sitting::entry);
			}
			catch (ConditionFailedException ex) {
				// Somebody else has decided, or it was parked again: judged anew.
				if (attempt == TRIES) {
					throw ex;
				}
				this.pause.upTo(WAIT);
			}
		}
	}

	/** What would come of a decision now. Nothing is written. */
	public Optional<AuditEntry> rehearse(String id, Decision decision) {
		return sitting(id, decision).map(Sitting::entry);
	}

	private Optional<Sitting> sitting(String id, Decision decision) {
		return this.parked.find(id).map((message) -> {
			String body = this.parked.body(message);
			Verdict verdict = Verdict.of(decision.action(), message, handled(message),
					body.getBytes(StandardCharsets.UTF_8).length, MessageBatches.MAX_BYTES);
			AuditEntry entry = new AuditEntry(AuditEntry.key(id, message.decisions() + 1), message.decisions() + 1,
					this.clock.instant(), decision.who(), decision.reason(), decision.ticket(), decision.action(),
					verdict.outcome(), verdict.note(), message.messageId(), message.type(), message.bodyHash(),
					this.parked.serviceVersion());
			return new Sitting(message, verdict, entry, body);
		});
	}

	private @Nullable HandledMessage handled(ParkedMessage message) {
		return (message.messageId() != null) ? this.inbox.find(message.messageId()).orElse(null) : null;
	}

	private Changes changes(Sitting sitting) {
		Changes changes = Changes.none()
			.put(this.table, sitting.message().decided(sitting.verdict().state()),
					Condition.version(sitting.message().version()))
			.put(this.table, sitting.entry(), Condition.absent())
			.and(listed(sitting.entry(), sitting.message().id()));
		return (sitting.verdict().outcome() == Outcome.SENT) ? changes.write(this.outbox.again(replay(sitting)))
				: changes;
	}

	private Changes listed(AuditEntry entry, String id) {
		return this.trail.entry(entry.who(), entry.action().name().toLowerCase(Locale.ROOT),
				new AuditTrail.Subject("parked-message", id, Integer.toString(entry.number())), entry.reason(),
				entry.note());
	}

	private static Replay replay(Sitting sitting) {
		String occasion = sitting.entry().pk();
		try {
			return Replay.of(occasion, sitting.message().queue(), sitting.body());
		}
		catch (UnprocessableMessageException ex) {
			return Replay.unreadable(occasion, sitting.message().queue(), sitting.body());
		}
	}

	/** All decisions about a parked message, oldest first. */
	public List<AuditEntry> history(ParkedMessage message) {
		return IntStream.rangeClosed(1, message.decisions())
			.mapToObj((number) -> AuditEntry.key(message.id(), number))
			.flatMap((key) -> this.store.find(this.table, this.table.key(key), AuditEntry.class).stream())
			.toList();
	}

	/**
	 * What is known of a message's handling, if it was handled after all: when, and
	 * whether that changed anything.
	 */
	public Optional<Aftermath> aftermath(ParkedMessage message) {
		return Optional.ofNullable(handled(message)).map(Aftermath::of);
	}

	/**
	 * A decision about to be carried out.
	 *
	 * @param message what it is about, as it was read
	 * @param verdict what comes of it
	 * @param entry what is written down
	 * @param body the message's body
	 */
	private record Sitting(ParkedMessage message, Verdict verdict, AuditEntry entry, String body) {
	}

}
