package io.safelight.messaging.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.Ids;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.FaultyStore;
import io.safelight.messaging.store.GroupCommitStore;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Messages whose commits travel in one transaction, through the faults of that
 * transaction.
 */
class JoinedHandlingTests {

	private static final Table COUNTERS = Table.of("safelight-counting-counters", "name");

	private static final int MESSAGES = 12;

	record Added(String name, int by) {
	}

	record Counter(String name, long version, int total) {
	}

	private final FaultyStore store = new FaultyStore();

	private final GroupCommitStore joining = new GroupCommitStore(this.store, 1);

	private final MutableClock clock = new MutableClock();

	private final Outbox outbox = new Outbox(this.joining, "counting", new OutboxProperties(2, Duration.ofSeconds(30),
			Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(7)), this.clock);

	private final Inbox inbox = new Inbox(this.joining, "counting", this.clock);

	private final TransactionalCommitter committer = new TransactionalCommitter(this.joining, this.outbox,
			new OutboxRelay(this.outbox, (destination, messages) -> List.of()), this.inbox, Ids.random(),
			(most) -> Thread.yield());

	private final OnceOnlyHandler handler = new OnceOnlyHandler(
			MessageRoutes.consumedBy("counting")
				.from("safelight-adding-events")
				.on("number-added.v1", Added.class, this::add)
				.build(),
			this.inbox, this.committer,
			new ParkedMessages(this.joining, "counting", this.clock, Ids.random(), Pause.jittered(), "1.0"));

	private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void end() {
		this.store.becomeFast();
		this.deliveries.close();
	}

	private Changes add(Added message, MessageContext context) {
		Counter counter = counter(message.name());
		return Changes.none()
			.put(COUNTERS, new Counter(message.name(), counter.version() + 1, counter.total() + message.by()),
					Condition.version(counter.version()))
			.publish(OutgoingMessage.to("safelight-counting-events", "number-counted.v1", message.name(),
					counter.version() + 1, message));
	}

	private Counter counter(String name) {
		return this.store.find(COUNTERS, COUNTERS.key(name), Counter.class).orElse(new Counter(name, 0, 0));
	}

	private CompletableFuture<Handling> deliver(int number) {
		String body = EnvelopeJson.write(new Envelope("m" + number, new MessageType("number-added.v1"),
				"safelight.adding", Instant.parse("2026-11-22T10:15:30Z"), List.of(),
				new Metadata("c" + number, 1, "corr", "cause", "", null),
				EnvelopeJson.data(new Added("c" + number, 5))));
		return CompletableFuture.supplyAsync(() -> {
			try {
				return this.handler.handle(body, 1);
			}
			catch (Exception ex) {
				throw new CompletionException(ex);
			}
		}, this.deliveries);
	}

	/** All at the same time, so that they go in groups; then again what has failed. */
	private List<Handling> deliverAllUntilHandled() {
		List<CompletableFuture<Handling>> deliveries = IntStream.range(0, MESSAGES).mapToObj(this::deliver).toList();
		List<Handling> handlings = new ArrayList<>();
		for (int i = 0; i < MESSAGES; i++) {
			CompletableFuture<Handling> delivery = deliveries.get(i);
			while (delivery.handle((handling, ex) -> ex != null).join()) {
				delivery = deliver(i);
			}
			handlings.add(delivery.join());
		}
		return handlings;
	}

	private void assertEachTookEffectOnce() {
		for (int i = 0; i < MESSAGES; i++) {
			assertThat(counter("c" + i)).isEqualTo(new Counter("c" + i, 1, 5));
		}
		assertThat(rows("IN#")).isEqualTo(MESSAGES);
		assertThat(rows("OUT#")).isEqualTo(MESSAGES);
	}

	private long rows(String prefix) {
		record Row(String pk) {
		}
		return this.store.scan(Query.of(MessageTable.of("counting"), "").limit(1000), Row.class)
			.items()
			.stream()
			.filter((row) -> row.pk().startsWith(prefix))
			.count();
	}

	/** F5: the same token for the same group. */
	@Test
	void recognisesItsCommitsWhenTheAnswerOfTheirGroupWasLost() {
		this.store.lostAnswers.set(2);
		assertThat(deliverAllUntilHandled()).containsOnly(Handling.HANDLED);
		assertEachTookEffectOnce();
	}

	/** F5: the group gives up, and each finds its own mark. */
	@Test
	void recognisesEachCommitByItsOwnMarkWhenNoAnswerComesAtAll() {
		this.store.lostAnswers.set(4);
		assertThat(deliverAllUntilHandled()).containsOnly(Handling.HANDLED);
		assertEachTookEffectOnce();
	}

	/** F6: as if ten minutes had passed. */
	@Test
	void recognisesItsCommitsEvenWhenTheGroupsTokenWasForgotten() {
		this.store.lostAnswers.set(2);
		this.store.forgetTokens();
		assertThat(deliverAllUntilHandled()).containsOnly(Handling.HANDLED);
		assertEachTookEffectOnce();
	}

	/** F7: tried again in place; what still fails comes again. */
	@Test
	void losesNothingWhenOthersChangeTheSameRows() {
		this.store.conflicts.set(MESSAGES * 7);
		assertThat(deliverAllUntilHandled()).containsOnly(Handling.HANDLED);
		assertEachTookEffectOnce();
	}

	@Test
	void keepsDuplicatesFromSpoilingTheGroup() {
		assertThat(deliverAllUntilHandled()).containsOnly(Handling.HANDLED);
		assertThat(deliverAllUntilHandled()).containsOnly(Handling.DUPLICATE);
		assertEachTookEffectOnce();
	}

	/** A request has no inbox row: its messages are its mark. */
	@Test
	void recognisesARequestsCommitByItsMessages() {
		this.store.lostAnswers.set(1);
		this.store.forgetTokens();
		assertThatNoException().isThrownBy(() -> this.committer.commit(Changes.none()
			.put(COUNTERS, new Counter("r", 1, 1), Condition.absent())
			.publish(OutgoingMessage.to("safelight-counting-events", "number-counted.v1", "r", 1, new Added("r", 1)))));
		assertThat(counter("r").total()).isOne();
		assertThat(rows("OUT#")).isOne();
	}

}
