package io.safelight.messaging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.Ids;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageHandler;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OnceOnlyHandlerTests {

	private static final Table COUNTERS = Table.of("safelight-counting-counters", "name");

	record Added(String name, int by) {
	}

	record Counter(String name, long version, int total) {
	}

	private final FaultyStore store = new FaultyStore();

	private final MutableClock clock = new MutableClock();

	private final OutboxProperties properties = new OutboxProperties(1, Duration.ofSeconds(30), Duration.ofSeconds(1),
			Duration.ofSeconds(10), Duration.ofDays(7));

	private MessageHandler<Added> behaviour = this::add;

	private final List<OutboxMessage> sent = new ArrayList<>();

	private OnceOnlyHandler handler;

	private ParkedMessages parked;

	@BeforeEach
	void wire() {
		MessageRoutes routes = MessageRoutes.consumedBy("counting")
			.from("safelight-adding-events")
			.on("number-added.v1", Added.class, (message, context) -> this.behaviour.handle(message, context))
			.build();
		Outbox outbox = new Outbox(this.store, "counting", this.properties, this.clock);
		OutboxRelay relay = new OutboxRelay(outbox, (topic, messages) -> messages);
		Inbox inbox = new Inbox(this.store, "counting", this.clock);
		this.parked = new ParkedMessages(this.store, "counting", this.clock, Ids.random(), (most) -> {
		}, "1.0");
		this.handler = new OnceOnlyHandler(routes, inbox,
				new TransactionalCommitter(this.store, outbox, relay, inbox, Ids.random(), (most) -> {
				}), this.parked);
	}

	private Changes add(Added message, MessageContext context) {
		Counter counter = counter();
		return Changes.none()
			.put(COUNTERS, new Counter("c", counter.version() + 1, counter.total() + message.by()),
					Condition.version(counter.version()))
			.publish(OutgoingMessage.to("safelight-counting-events", "number-counted.v1", "c", counter.version() + 1,
					new Added("c", counter.total() + message.by())));
	}

	private Counter counter() {
		return this.store.find(COUNTERS, COUNTERS.key("c"), Counter.class).orElse(new Counter("c", 0, 0));
	}

	private static String message(String id, String type, Object data) {
		return EnvelopeJson
			.write(new Envelope(id, new MessageType(type), "safelight.adding", Instant.parse("2026-11-22T10:15:30Z"),
					List.of(), new Metadata("c", 1, "corr", "cause", "", null), EnvelopeJson.data(data)));
	}

	private static String five(String id) {
		return message(id, "number-added.v1", new Added("c", 5));
	}

	private int outboxRows() {
		return this.store.scan("safelight-counting-messages", "OUT#");
	}

	@Test
	void commitsStateInboxAndOutboxTogether() throws Exception {
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.HANDLED);
		assertThat(counter()).isEqualTo(new Counter("c", 1, 5));
		assertThat(outboxRows()).isOne();
	}

	@Test
	void countsARepeatOnce() throws Exception {
		this.handler.handle(five("m1"), 1);
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.DUPLICATE);
		assertThat(this.handler.handle(five("m1"), 2)).isEqualTo(Handling.DUPLICATE);
		assertThat(counter().total()).isEqualTo(5);
		assertThat(outboxRows()).isOne();
	}

	@Test
	void doesNotEvenDecideAnnouncedRepeats() throws Exception {
		this.handler.handle(five("m1"), 1);
		this.behaviour = (message, context) -> {
			throw new AssertionError("decided again");
		};
		assertThat(this.handler.handle(five("m1"), 2)).isEqualTo(Handling.DUPLICATE);
	}

	@Test
	void writesNothingWhenTheHandlerFails() {
		this.behaviour = (message, context) -> {
			throw new IllegalStateException("not now");
		};
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.handler.handle(five("m1"), 1));
		assertThat(this.store.scan("safelight-counting-messages", "")).isZero();
	}

	@Test
	void decidesAnewWhenTheStateMovedMeanwhile() throws Exception {
		this.store.beforeNextCommit = () -> this.store.put(COUNTERS, new Counter("c", 1, 100));
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.HANDLED);
		assertThat(counter()).isEqualTo(new Counter("c", 2, 105));
	}

	@Test
	void givesUpForNowWhenTheStateNeverHoldsStill() {
		this.behaviour = (message, context) -> Changes.none()
			.put(COUNTERS, new Counter("c", 8, 0), Condition.version(7));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.handler.handle(five("m1"), 1));
	}

	@Test
	void triesAgainWhenOthersChangeTheSameRows() throws Exception {
		this.store.busyCommits = 5;
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.HANDLED);
		assertThat(counter().total()).isEqualTo(5);
	}

	@Test
	void recognisesItsOwnCommitWhenTheAnswerWasLost() throws Exception {
		this.store.lostAnswers = 1;
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.HANDLED);
		assertThat(counter().total()).isEqualTo(5);
		assertThat(outboxRows()).isOne();
	}

	@Test
	void recognisesItsOwnCommitEvenWhenTheTokenWasForgotten() throws Exception {
		this.store.lostAnswers = 1;
		this.store.forgetsTokens = true;
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.HANDLED);
		assertThat(counter().total()).isEqualTo(5);
	}

	@Test
	void parksWhatItCannotReadOnceHoweverOftenItComes() throws Exception {
		assertThat(this.handler.handle("{oops", 1)).isEqualTo(Handling.PARKED);
		assertThat(this.handler.handle("{oops", 1)).isEqualTo(Handling.PARKED);
		ParkedMessage message = this.parked.list(10, null).items().getFirst();
		assertThat(this.parked.list(10, null).items()).hasSize(1);
		assertThat(message.body()).isEqualTo("{oops");
		assertThat(message.reason()).contains("no JSON");
		assertThat(message.times()).isEqualTo(2);
	}

	/** F20 of docs/reliability.md. */
	@Test
	void parksWithItsLastFailureWhatWasTriedOftenEnough() {
		assertThat(this.handler.giveUp(five("m1"), 5, new IllegalStateException("not now"))).isEqualTo(Handling.PARKED);
		ParkedMessage message = this.parked.list(10, null).items().getFirst();
		assertThat(message.reason()).contains("5 times", "not now");
		assertThat(message.messageId()).isEqualTo("m1");
		assertThat(message.stackHash()).isNotEmpty();
	}

	@Test
	void doesNotParkWhatWasHandledAfterAll() throws Exception {
		this.handler.handle(five("m1"), 1);
		assertThat(this.handler.setAside(five("m1"), "safelight-counting-dlq", Failure.of("dead")))
			.isEqualTo(Handling.DUPLICATE);
		assertThat(this.parked.list(10, null).items()).isEmpty();
	}

	@Test
	void parksTypesThatNobodyHandles() throws Exception {
		assertThat(this.handler.handle(message("m1", "number-lost.v1", new Added("c", 1)), 1))
			.isEqualTo(Handling.PARKED);
		assertThat(this.parked.list(10, null).items().getFirst().reason()).contains("number-lost.v1");
	}

	@Test
	void parksWhatItsHandlerRefusesForGood() throws Exception {
		this.behaviour = (message, context) -> {
			throw new UnprocessableMessageException("a negative number");
		};
		assertThat(this.handler.handle(five("m1"), 1)).isEqualTo(Handling.PARKED);
		assertThat(this.parked.list(10, null).items().getFirst().messageId()).isEqualTo("m1");
	}

	@Test
	void saysTheSameMessageWhenADecisionIsMadeTwice() throws Exception {
		this.store.crashes = 1;
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.handler.handle(five("m1"), 1));
		this.handler.handle(five("m1"), 2);
		assertThat(outboxRows()).isOne();
	}

	/** An {@link InMemoryStore} with the faults of a real one. */
	private static final class FaultyStore implements Store {

		private InMemoryStore delegate = new InMemoryStore();

		private Runnable beforeNextCommit = () -> {
		};

		private int busyCommits;

		private int lostAnswers;

		private int crashes;

		private boolean forgetsTokens;

		@Override
		public <T> Optional<T> find(Table table, Key key, Class<T> type) {
			return this.delegate.find(table, key, type);
		}

		@Override
		public <T> Page<T> query(Query query, Class<T> type) {
			return this.delegate.query(query, type);
		}

		@Override
		public <T> Page<T> scan(Query query, Class<T> type) {
			return this.delegate.scan(query, type);
		}

		int scan(String table, String prefix) {
			record Row(String pk) {
			}
			return (int) this.delegate.scan(Query.of(Table.of(table, "pk"), "").limit(1000), Row.class)
				.items()
				.stream()
				.filter((row) -> row.pk().startsWith(prefix))
				.count();
		}

		void put(Table table, Object item) {
			this.delegate.putAll(table, List.of(item));
		}

		@Override
		public void commit(List<Write> writes, String token) {
			Runnable before = this.beforeNextCommit;
			this.beforeNextCommit = () -> {
			};
			before.run();
			if (this.busyCommits-- > 0) {
				throw new StoreBusyException("busy", new IllegalStateException());
			}
			if (this.crashes-- > 0) {
				throw new IllegalStateException("crashed before the commit");
			}
			this.delegate.commit(writes, this.forgetsTokens ? UUID.randomUUID().toString() : token);
			if (this.lostAnswers-- > 0) {
				throw SdkClientException.create("the answer was lost");
			}
		}

		@Override
		public void putAll(Table table, List<?> items) {
			this.delegate.putAll(table, items);
		}

	}

}
