package io.safelight.messaging.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.inbox.Pause;
import io.safelight.messaging.Ids;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.inbox.Inbox;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.inbox.SeenMessages;
import io.safelight.messaging.observability.ReconcilerMetrics;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.outbox.OutboxSweeper;
import io.safelight.messaging.outbox.SentLedger;
import io.safelight.messaging.reconcile.Subscriptions.Subscriber;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.trace.Tracing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReconciliationTests {

	private static final String TOPIC = "safelight-talking-events";

	private static final Duration GRACE = Duration.ofMinutes(3);

	private final MutableClock clock = new MutableClock();

	private final InMemoryStore store = new InMemoryStore();

	private final Outbox outbox = new Outbox(this.store, "talking", new OutboxProperties(2, Duration.ofSeconds(30),
			Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(7)), this.clock, true, Tracing.OFF);

	private final SentLedger ledger = new SentLedger(this.store, "talking");

	private final List<OutboxMessage> delivered = new ArrayList<>();

	private final OutboxSweeper sweeper = new OutboxSweeper(this.outbox,
			new OutboxRelay(this.outbox, (destination, messages) -> {
				this.delivered.addAll(messages);
				return messages;
			}));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ReconcilerMetrics metrics = new ReconcilerMetrics(this.meters, "hearing");

	private final List<Subscriber> subscribers = new ArrayList<>(
			List.of(new Subscriber("safelight-hearing", Set.of("word-said.v")),
					new Subscriber("safelight-archive", null), new Subscriber("safelight-deaf", Set.of("other.v1"))));

	private final ListSent list = new ListSent(this.ledger, (topic) -> this.subscribers, "safelight-talking",
			this::commit, GRACE, this.clock);

	private final MessageRoutes routes = MessageRoutes.consumedBy("hearing")
		.from(TOPIC)
		.on("word-said.v1", Word.class, (word, context) -> Changes.none())
		.build();

	record Word(String text) {
	}

	private void commit(Changes changes) {
		List<OutboxMessage> rows = this.outbox.rows(changes, Cause.request(UUID.randomUUID().toString()));
		List<io.safelight.messaging.store.Write> writes = new ArrayList<>(changes.writes());
		writes.addAll(this.outbox.writes(rows));
		this.store.commit(writes, UUID.randomUUID().toString());
	}

	/** Sends what waits, as the sweeper does once leases are over. */
	private List<OutboxMessage> send() {
		this.delivered.clear();
		this.clock.advance(Duration.ofSeconds(31));
		this.sweeper.sweep();
		return List.copyOf(this.delivered);
	}

	private List<String> say(int count, String type) {
		IntStream.rangeClosed(1, count)
			.forEach((i) -> commit(Changes.none()
				.publish(OutgoingMessage.to(TOPIC, type, UUID.randomUUID().toString(), i, new Word("w" + i)))));
		return send().stream().map(OutboxMessage::messageId).toList();
	}

	private List<MessagesSent> manifests(String queue) {
		return send().stream()
			.filter((message) -> message.destination().name().equals(queue))
			.map((message) -> EnvelopeJson.read(EnvelopeJson.read(message.body()).data(), MessagesSent.class))
			.toList();
	}

	private static MessageContext context(String id) {
		return new MessageContext(id, new MessageType(MessagesSent.TYPE), "safelight.talking", java.time.Instant.EPOCH,
				new Metadata(TOPIC, 1, "c", "c", "", null), 1);
	}

	private FindMissing consumer() {
		InMemoryStore own = new InMemoryStore();
		Inbox inbox = new Inbox(own, "hearing", this.clock);
		ParkedMessages parked = new ParkedMessages(own, "hearing", this.clock, Ids.random(), Pause.jittered(), "1");
		return new FindMissing(this.routes, new SeenMessages(inbox, parked), this.metrics);
	}

	@Test
	void tellsEachConsumerWhatItsFilterLetsThrough() {
		List<String> said = say(3, "word-said.v1");
		List<String> forgotten = say(1, "word-forgotten.v1");
		this.clock.advance(GRACE);
		this.list.list();
		List<OutboxMessage> sent = send();
		assertThat(sent).extracting((message) -> message.destination().toString())
			.containsExactlyInAnyOrder("queue:safelight-hearing", "queue:safelight-archive");
		assertThat(sent).allSatisfy((message) -> assertThat(message.body()).contains(said));
		assertThat(sent).filteredOn((message) -> message.body().contains(forgotten.getFirst())).hasSize(1);
	}

	@Test
	void tellsNobodyOfWhatMayStillBeOnItsWay() {
		say(3, "word-said.v1");
		this.list.list();
		assertThat(send()).isEmpty();
	}

	@Test
	void tellsOnceHoweverManyInstancesThereAre() {
		say(3, "word-said.v1");
		this.clock.advance(GRACE);
		this.list.list();
		this.list.list();
		assertThat(manifests("safelight-hearing")).hasSize(1);
	}

	@Test
	void tellsOfManyInSeveralMessages() {
		List<String> said = say(2500, "word-said.v1");
		this.clock.advance(GRACE);
		this.list.list();
		List<MessagesSent> manifests = manifests("safelight-hearing");
		assertThat(manifests).hasSizeGreaterThan(2);
		assertThat(manifests.stream().flatMap((manifest) -> manifest.sent().stream()))
			.flatExtracting(MessagesSent.OfType::messageIds)
			.containsExactlyInAnyOrderElementsOf(said);
	}

	@Test
	void asksForWhatNeverCameInQuestionsThatOneCommitCanAnswer() {
		List<String> said = say(100, "word-said.v1");
		MessagesSent manifest = new MessagesSent(TOPIC, "safelight-talking",
				List.of(new MessagesSent.OfType("word-said.v1", said)));
		List<OutgoingMessage> questions = consumer().on(manifest, context("m")).messages();
		assertThat(questions).extracting((question) -> ((MessagesMissing) question.data()).messageIds().size())
			.containsExactly(40, 40, 20);
		assertThat(questions).extracting(OutgoingMessage::topic).containsOnly("queue:safelight-talking");
		assertThat(this.meters.counter("reconciler.missing", "consumer", "hearing").count()).isEqualTo(100);
	}

	@Test
	void asksForNothingThatItDoesNotListenTo() {
		MessagesSent manifest = new MessagesSent(TOPIC, "safelight-talking",
				List.of(new MessagesSent.OfType("word-forgotten.v1", List.of("a"))));
		MessagesSent elsewhere = new MessagesSent("safelight-other-events", "safelight-talking",
				List.of(new MessagesSent.OfType("word-said.v1", List.of("b"))));
		assertThat(consumer().on(manifest, context("m"))).isEqualTo(Changes.none());
		assertThat(consumer().on(elsewhere, context("n"))).isEqualTo(Changes.none());
	}

	@Test
	void repeatsWhatIsMissingToWhoAskedAndAsItWas() {
		List<String> said = say(3, "word-said.v1");
		SendMissing send = new SendMissing(this.ledger, this.outbox, this.metrics);
		commit(send.on(new MessagesMissing(TOPIC, "safelight-hearing", List.of(said.get(1), "forgotten")),
				context("question")));
		assertThat(send()).singleElement().satisfies((message) -> {
			assertThat(message.destination()).hasToString("queue:safelight-hearing");
			assertThat(message.messageId()).isEqualTo(said.get(1));
			assertThat(EnvelopeJson.read(message.body()).id()).isEqualTo(said.get(1));
		});
		assertThat(this.meters.counter("reconciler.irretrievable", "consumer", "hearing").count()).isEqualTo(1);
		assertThat(this.meters.counter("reconciler.repeated", "consumer", "hearing").count()).isEqualTo(1);
	}

	@Test
	void doesNotReconcileItsOwnMessages() {
		say(3, "word-said.v1");
		this.clock.advance(GRACE);
		this.list.list();
		send();
		this.clock.advance(GRACE);
		this.list.list();
		assertThat(send()).isEmpty();
	}

}
