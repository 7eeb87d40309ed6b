package io.safelight.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Query;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	record Said(String what) {
	}

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final Outbox outbox = new Outbox(this.store, "talking",
			new OutboxProperties(4, LEASE, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofDays(7)),
			this.clock);

	private final List<OutboxMessage> delivered = new ArrayList<>();

	private final List<Destination> destinations = new ArrayList<>();

	private boolean topicWorks = true;

	private final OutboxRelay relay = new OutboxRelay(this.outbox, this::send);

	private final OutboxSweeper sweeper = new OutboxSweeper(this.outbox, this.relay);

	private List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages) {
		if (!this.topicWorks) {
			return List.of();
		}
		this.delivered.addAll(messages);
		this.destinations.add(destination);
		return messages;
	}

	private List<OutboxMessage> decide(String... words) {
		Changes changes = Changes.none();
		for (int i = 0; i < words.length; i++) {
			changes = changes.publish(
					OutgoingMessage.to("safelight-talking-events", "word-said.v1", words[i], i, new Said(words[i])));
		}
		List<OutboxMessage> rows = this.outbox.rows(changes, new Cause("corr", "cause", "trace"));
		this.store.commit(this.outbox.writes(rows), rows.getFirst().messageId());
		return rows;
	}

	private int pending() {
		return this.outbox.backlog().pending();
	}

	@Test
	void sendsWhatWasCommittedAndForgetsThatItIsPending() {
		assertThat(this.relay.send(decide("hello", "world"))).isEqualTo(2);
		assertThat(this.delivered).hasSize(2);
		assertThat(pending()).isZero();
	}

	@Test
	void keepsSentMessagesForAudits() {
		this.relay.send(decide("hello"));
		OutboxMessage row = this.store.scan(Query.of(MessageTable.of("talking"), ""), OutboxMessage.class)
			.items()
			.getFirst();
		assertThat(row.sentAt()).isEqualTo(this.clock.instant());
		assertThat(row.expiresAt()).isEqualTo(this.clock.instant().plus(Duration.ofDays(7)).getEpochSecond());
	}

	@Test
	void leavesFreshMessagesToTheProcessThatCommittedThem() {
		decide("hello");
		assertThat(this.sweeper.sweep()).isZero();
		assertThat(pending()).isOne();
	}

	@Test
	void sweepsWhatACrashLeftBehind() {
		decide("hello");
		this.clock.advance(LEASE.plusMillis(1));
		assertThat(this.sweeper.sweep()).isOne();
		assertThat(this.delivered).hasSize(1);
		assertThat(pending()).isZero();
	}

	@Test
	void sweepsMoreThanOneBatch() {
		decide(IntStream.range(0, 90).mapToObj(Integer::toString).toArray(String[]::new));
		decide(IntStream.range(100, 190).mapToObj(Integer::toString).toArray(String[]::new));
		this.clock.advance(LEASE.plusMillis(1));
		assertThat(this.sweeper.sweep()).isEqualTo(180);
	}

	@Test
	void keepsWhatTheTopicRefusesUntilItsLeaseIsOver() {
		decide("hello");
		this.clock.advance(LEASE.plusMillis(1));
		this.topicWorks = false;
		assertThat(this.sweeper.sweep()).isZero();
		this.topicWorks = true;
		assertThat(this.sweeper.sweep()).isZero();
		this.clock.advance(LEASE.plusMillis(1));
		assertThat(this.sweeper.sweep()).isOne();
	}

	@Test
	void isClaimedByOneOfTwoSweepers() {
		decide("hello");
		this.clock.advance(LEASE.plusMillis(1));
		assertThat(this.outbox.claim(10)).hasSize(1);
		assertThat(this.outbox.claim(10)).isEmpty();
	}

	@Test
	void sendsAReplayToItsOneQueueWithTheIdentityThatTheMessageHas() {
		OutboxMessage original = decide("hello").getFirst();
		OutboxMessage again = replay("redrive-1", original);
		this.clock.advance(LEASE.plusMillis(1));
		assertThat(this.sweeper.sweep()).isEqualTo(2);
		assertThat(this.destinations).containsExactlyInAnyOrder(Destination.topic("safelight-talking-events"),
				Destination.queue("safelight-listening"));
		assertThat(again.messageId()).isEqualTo(original.messageId());
		assertThat(again.body()).isEqualTo(original.body());
	}

	@Test
	void makesOneRowOfOneOccasion() {
		OutboxMessage original = decide("hello").getFirst();
		assertThat(replay("redrive-1", original).pk()).isNotEqualTo(original.pk());
		assertThat(this.outbox.row(Replay.of("redrive-1", "safelight-listening", original.body())).pk())
			.isEqualTo(this.outbox.row(Replay.of("redrive-1", "safelight-listening", original.body())).pk())
			.isNotEqualTo(this.outbox.row(Replay.of("redrive-2", "safelight-listening", original.body())).pk());
	}

	private OutboxMessage replay(String occasion, OutboxMessage message) {
		OutboxMessage row = this.outbox.row(Replay.of(occasion, "safelight-listening", message.body()));
		this.store.commit(this.outbox.writes(List.of(row)), row.pk());
		return row;
	}

	@Test
	void tellsHowMuchWaitsAndHowLong() {
		decide("hello");
		this.clock.advance(Duration.ofSeconds(42));
		decide("world");
		assertThat(this.outbox.backlog()).isEqualTo(new OutboxBacklog(2, Duration.ofSeconds(42)));
	}

	@Test
	void givesTheSameDecisionTheSameIdentity() {
		assertThat(decide("hello").getFirst().messageId())
			.isEqualTo(MessageIds.of("cause|safelight-talking-events|word-said.v1|hello|0"))
			.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
	}

}
