package io.safelight.messaging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.Ids;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.messaging.audit.AuditedAction;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.inbox.AuditEntry.Action;
import io.safelight.messaging.inbox.AuditEntry.Outcome;
import io.safelight.messaging.inbox.ParkedMessage.State;
import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.outbox.OutboxSweeper;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ParkedMessageDeskTests {

	private static final String QUEUE = "safelight-counting";

	private static final Table COUNTERS = Table.of("safelight-counting-counters", "name");

	record Set(String name, int to) {
	}

	record Counter(String name, long version, int value) {
	}

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final Pause pause = (most) -> {
	};

	private final Outbox outbox = new Outbox(this.store, "counting", new OutboxProperties(1, Duration.ofSeconds(30),
			Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofDays(7)), this.clock);

	private final List<OutboxMessage> sent = new ArrayList<>();

	private final OutboxRelay relay = new OutboxRelay(this.outbox, (destination, messages) -> {
		this.sent.addAll(messages);
		return messages;
	});

	private final OutboxSweeper sweeper = new OutboxSweeper(this.outbox, this.relay);

	private final Inbox inbox = new Inbox(this.store, "counting", this.clock);

	private final ParkedMessages parked = new ParkedMessages(this.store, "counting", this.clock, Ids.random(),
			this.pause, "1.0");

	private final TransactionalCommitter committer = new TransactionalCommitter(this.store, this.outbox, this.relay,
			this.inbox, Ids.random(), this.pause);

	private final ParkedMessageDesk desk = new ParkedMessageDesk(this.parked, this.inbox, this.outbox, this.committer,
			this.store, "counting", this.clock, this.pause);

	private boolean works;

	private final OnceOnlyHandler handler = new OnceOnlyHandler(
			MessageRoutes.consumedBy("counting")
				.from("safelight-setting-events")
				.on("number-set.v1", Set.class,
						(message, context) -> set(message, context.metadata().aggregateVersion()))
				.build(),
			this.inbox,
			new TransactionalCommitter(this.store, this.outbox, this.relay, this.inbox, Ids.random(), this.pause),
			this.parked);

	/** As every handler of state: what is older than what is known changes nothing. */
	private Changes set(Set message, long version) {
		if (!this.works) {
			throw new IllegalStateException("not now");
		}
		long seen = counter().version();
		return (version <= seen) ? Changes.none() : Changes.none()
			.put(COUNTERS, new Counter(message.name(), version, message.to()), Condition.version(seen));
	}

	private Counter counter() {
		return this.store.find(COUNTERS, new Key("c", null), Counter.class).orElse(new Counter("c", 0, 0));
	}

	private static String message(String id, long version, int to) {
		return EnvelopeJson.write(new Envelope(id, new MessageType("number-set.v1"), "safelight.setting", Instant.EPOCH,
				List.of(), new Metadata("c", version, "corr", "cause", "", null), EnvelopeJson.data(new Set("c", to))));
	}

	private ParkedMessage park(String body) {
		this.parked.park(QUEUE, QUEUE, body, Failure.of("not now"));
		return this.parked.list(10, null).items().getFirst();
	}

	private AuditEntry decide(ParkedMessage message, Action action, String who) {
		return this.desk.decide(message.id(), new Decision(action, who, "mended", "OPS-1")).orElseThrow();
	}

	private ParkedMessage again(ParkedMessage message) {
		return this.parked.find(message.id()).orElseThrow();
	}

	/** What the sweeper and the queue do. */
	private List<Handling> deliver() throws Exception {
		this.sweeper.sweep();
		List<Handling> handlings = new ArrayList<>();
		for (OutboxMessage message : this.sent) {
			handlings.add(this.handler.handle(message.body(), 1));
		}
		this.sent.clear();
		return handlings;
	}

	@Test
	void listsEachDecisionWithThoseAboutOtherMessages() {
		AuditTrail trail = new AuditTrail(this.store, "counting", this.clock);
		ParkedMessage message = park(message("m1", 1, 5));
		decide(message, Action.DISCARD, "ada");
		this.clock.advance(Duration.ofSeconds(1));
		decide(message, Action.REDRIVE, "bob");
		assertThat(trail.newestFirst(5, null).items()).extracting(AuditedAction::who, AuditedAction::action)
			.containsExactly(tuple("bob", "redrive"), tuple("ada", "discard"));
		assertThat(trail.newestFirst(5, null).items()).allSatisfy((action) -> {
			assertThat(action.subject()).isEqualTo(message.id());
			assertThat(action.reason()).isEqualTo("mended");
		});
	}

	@Test
	void writesNothingDownThatWasOnlyRehearsed() {
		ParkedMessage message = park(message("m1", 1, 5));
		this.desk.rehearse(message.id(), new Decision(Action.DISCARD, "ada", "mended", null));
		assertThat(new AuditTrail(this.store, "counting", this.clock).newestFirst(5, null).items()).isEmpty();
	}

	@Test
	void sendsARedrivenMessageToItsConsumersQueueAndNowhereElse() {
		decide(park(message("m1", 1, 5)), Action.REDRIVE, "ada");
		this.sweeper.sweep();
		assertThat(this.sent).singleElement().satisfies((message) -> {
			assertThat(message.destination()).isEqualTo(Destination.queue(QUEUE));
			assertThat(message.messageId()).isEqualTo("m1");
			assertThat(message.body()).isEqualTo(message("m1", 1, 5));
		});
	}

	@Test
	void completesWhatCanBeHandledMeanwhile() throws Exception {
		ParkedMessage message = park(message("m1", 1, 5));
		this.works = true;
		decide(message, Action.REDRIVE, "ada");
		assertThat(deliver()).containsExactly(Handling.HANDLED);
		assertThat(counter().value()).isEqualTo(5);
		assertThat(this.parked.list(10, null).items()).isEmpty();
		assertThat(this.desk.aftermath(again(message)).orElseThrow().note()).contains("1 rows");
	}

	/** F21 of docs/reliability.md. */
	@Test
	void takesEffectOnceWhenTwoOperatorsRedrive() throws Exception {
		ParkedMessage message = park(message("m1", 1, 5));
		this.works = true;
		AuditEntry first = decide(message, Action.REDRIVE, "ada");
		AuditEntry second = decide(message, Action.REDRIVE, "alan");
		assertThat(Arrays.asList(first.outcome(), second.outcome())).containsExactly(Outcome.SENT, Outcome.NO_OP);
		assertThat(deliver()).containsExactly(Handling.HANDLED);
		assertThat(this.desk.history(again(message))).containsExactly(first, second)
			.extracting(AuditEntry::who)
			.containsExactly("ada", "alan");
	}

	/** F22 of docs/reliability.md. */
	@Test
	void saysThatARedriveChangedNothingWhenTheMessageIsOlderThanWhatIsKnown() throws Exception {
		ParkedMessage old = park(message("m1", 1, 5));
		this.works = true;
		this.handler.handle(message("m2", 2, 7), 1);
		AuditEntry entry = decide(old, Action.REDRIVE, "ada");
		deliver();
		assertThat(entry.outcome()).isEqualTo(Outcome.SENT);
		assertThat(counter().value()).isEqualTo(7);
		assertThat(this.desk.aftermath(again(old)).orElseThrow().note()).contains("changed nothing");
	}

	@Test
	void sendsNothingThatWasHandledMeanwhile() throws Exception {
		ParkedMessage message = park(message("m1", 1, 5));
		this.works = true;
		this.handler.handle(message("m1", 1, 5), 1);
		AuditEntry entry = decide(message, Action.REDRIVE, "ada");
		assertThat(entry.outcome()).isEqualTo(Outcome.NO_OP);
		assertThat(entry.note()).contains("handled meanwhile");
		assertThat(deliver()).isEmpty();
		assertThat(again(message).state()).isEqualTo(State.REDRIVEN);
	}

	@Test
	void parksAgainWhatStillCannotBeHandled() throws Exception {
		ParkedMessage message = park("oops");
		decide(message, Action.REDRIVE, "ada");
		assertThat(deliver()).containsExactly(Handling.PARKED);
		assertThat(again(message).state()).isEqualTo(State.PARKED);
		assertThat(again(message).times()).isEqualTo(2);
		assertThat(decide(message, Action.REDRIVE, "ada").outcome()).isEqualTo(Outcome.SENT);
		assertThat(deliver()).containsExactly(Handling.PARKED);
	}

	@Test
	void doesNothingMoreAboutWhatWasDiscarded() throws Exception {
		ParkedMessage message = park(message("m1", 1, 5));
		assertThat(decide(message, Action.DISCARD, "ada").outcome()).isEqualTo(Outcome.DISCARDED);
		assertThat(decide(message, Action.REDRIVE, "ada").outcome()).isEqualTo(Outcome.NO_OP);
		assertThat(deliver()).isEmpty();
		assertThat(this.parked.list(10, null).items()).isEmpty();
	}

	@Test
	void refusesToSendWhatNoQueueWouldTake() throws Exception {
		ParkedMessage message = park("x".repeat(500_000));
		AuditEntry entry = decide(message, Action.REDRIVE, "ada");
		assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(entry.note()).contains("500000 bytes");
		assertThat(again(message).state()).isEqualTo(State.PARKED);
		assertThat(deliver()).isEmpty();
	}

	@Test
	void writesNothingWhenItIsOnlyRehearsed() throws Exception {
		ParkedMessage message = park(message("m1", 1, 5));
		int rows = this.store.count(Table.of("safelight-counting-messages", "pk"));
		AuditEntry entry = this.desk.rehearse(message.id(), new Decision(Action.REDRIVE, "ada", "what if", null))
			.orElseThrow();
		assertThat(entry.outcome()).isEqualTo(Outcome.SENT);
		assertThat(again(message)).isEqualTo(message);
		assertThat(this.store.count(Table.of("safelight-counting-messages", "pk"))).isEqualTo(rows);
		assertThat(deliver()).isEmpty();
	}

	@Test
	void writesDownNothingOfWhatTheMessageSays() {
		ParkedMessage message = park(message("m1", 1, 5).replace("\"name\":\"c\"", "\"name\":\"confidential\""));
		AuditEntry entry = decide(message, Action.REDRIVE, "ada");
		assertThat(entry.toString()).doesNotContain("confidential").contains(message.bodyHash(), "mended", "OPS-1");
	}

	@Test
	void knowsNothingOfWhatWasNeverParked() {
		assertThat(this.desk.decide(UUID.randomUUID().toString(), new Decision(Action.DISCARD, "ada", "why", null)))
			.isEmpty();
	}

}
