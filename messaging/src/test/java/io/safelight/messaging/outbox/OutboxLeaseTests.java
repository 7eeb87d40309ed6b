package io.safelight.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Several relays at one outbox, of which some are slow, over an index that lags. Among
 * them are the mistakes that a well-known registry of events made and mended: what was
 * complete was taken up again and called failed, retries were judged stale too early, and
 * a timeout of zero had always expired
 * (https://github.com/spring-projects/spring-modulith/issues 395, 1836, 1918, 1935,
 * 1942).
 */
class OutboxLeaseTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private final LaggingStore store = new LaggingStore();

	private final MutableClock clock = new MutableClock();

	private final Outbox outbox = new Outbox(this.store, "talking",
			new OutboxProperties(1, LEASE, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofDays(7)),
			this.clock);

	private final List<String> delivered = new ArrayList<>();

	private boolean topicWorks = true;

	private Runnable whileSending = () -> {
	};

	private final OutboxRelay relay = new OutboxRelay(this.outbox, (destination, messages) -> send(messages));

	private final OutboxSweeper sweeper = new OutboxSweeper(this.outbox, this.relay);

	private List<OutboxMessage> send(List<OutboxMessage> messages) {
		Runnable meanwhile = this.whileSending;
		this.whileSending = () -> {
		};
		meanwhile.run();
		if (!this.topicWorks) {
			return List.of();
		}
		messages.forEach((message) -> this.delivered.add(message.messageId()));
		return messages;
	}

	private OutboxMessage decide(String word) {
		Changes changes = Changes.none()
			.publish(OutgoingMessage.to("safelight-talking-events", "word-said.v1", word, 1, Map.of("word", word)));
		List<OutboxMessage> rows = this.outbox.rows(changes, new Cause("corr", "cause", "trace"));
		this.store.commit(this.outbox.writes(rows), rows.getFirst().messageId());
		return rows.getFirst();
	}

	private OutboxMessage row(OutboxMessage message) {
		Table table = MessageTable.of("talking");
		return this.store.find(table, table.key(message.pk()), OutboxMessage.class).orElseThrow();
	}

	private void endLease() {
		this.clock.advance(LEASE.plusMillis(1));
	}

	/**
	 * F28: the process that committed is paused while it sends; another takes the
	 * message, and its own sending fails.
	 */
	@Test
	void letsARelayThatSleptThroughItsLeaseMarkNothing() {
		OutboxMessage message = decide("hello");
		this.whileSending = () -> {
			this.clock.advance(Duration.ofSeconds(60));
			this.topicWorks = false;
			assertThat(this.sweeper.sweep()).isZero();
			this.topicWorks = true;
		};
		this.relay.send(List.of(message));
		assertThat(row(message).work()).isNotNull();
		assertThat(row(message).leaseEpoch()).isOne();
		endLease();
		assertThat(this.sweeper.sweep()).isOne();
		assertThat(row(message).work()).isNull();
		assertThat(this.delivered).containsExactly(message.messageId(), message.messageId());
	}

	/** F28: the other was quicker and has marked it. */
	@Test
	void keepsTheMarkOfWhoeverTookTheMessageMeanwhile() {
		OutboxMessage message = decide("hello");
		this.whileSending = () -> {
			this.clock.advance(Duration.ofSeconds(60));
			assertThat(this.sweeper.sweep()).isOne();
			this.clock.advance(Duration.ofSeconds(5));
		};
		this.relay.send(List.of(message));
		assertThat(row(message).sentAt()).isEqualTo(this.clock.instant().minusSeconds(5));
	}

	/** F28: one stale lease among others does not keep the others from being marked. */
	@Test
	void marksTheOthersOfARoundAlthoughOneWasLost() {
		OutboxMessage lost = decide("lost");
		OutboxMessage kept = decide("kept");
		this.whileSending = () -> {
			endLease();
			this.topicWorks = false;
			this.outbox.claim(1);
			this.topicWorks = true;
		};
		this.relay.send(List.of(lost, kept));
		assertThat(List.of(row(lost), row(kept))).extracting((row) -> row.work() == null)
			.containsExactlyInAnyOrder(true, false);
	}

	/** F29: the index still shows what was sent. */
	@Test
	void doesNotTakeUpAgainWhatWasSent() {
		OutboxMessage message = decide("hello");
		this.store.lag();
		this.relay.send(List.of(message));
		endLease();
		OutboxMessage sent = row(message);
		assertThat(this.sweeper.sweep()).isZero();
		assertThat(row(message)).isEqualTo(sent);
		assertThat(this.delivered).hasSize(1);
	}

	/** F29: the index does not show it yet. */
	@Test
	void sendsLaterWhatTheIndexShowsLater() {
		this.store.lag();
		OutboxMessage message = decide("hello");
		endLease();
		assertThat(this.sweeper.sweep()).isZero();
		this.store.catchUp();
		assertThat(this.sweeper.sweep()).isOne();
		assertThat(this.delivered).containsExactly(message.messageId());
	}

	@Test
	void doesNotSkipWhatWasCommittedLateUnderAnEarlierTime() {
		OutboxMessage first = this.outbox
			.rows(Changes.none()
				.publish(OutgoingMessage.to("safelight-talking-events", "word-said.v1", "late", 1, Map.of())),
					new Cause("corr", "slow", "trace"))
			.getFirst();
		this.clock.advance(Duration.ofSeconds(5));
		this.relay.send(List.of(decide("hello")));
		this.store.commit(this.outbox.writes(List.of(first)), "late");
		endLease();
		assertThat(this.sweeper.sweep()).isOne();
	}

	@Test
	void leavesAMessageToWhoeverTookItAgainForAWholeLease() {
		decide("hello");
		endLease();
		assertThat(this.outbox.claim(1)).hasSize(1);
		this.clock.advance(LEASE);
		assertThat(this.outbox.claim(1)).isEmpty();
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.outbox.claim(1)).hasSize(1);
	}

	@Test
	void marksOnlyWhatTheTopicHasAccepted() {
		OutboxMessage message = decide("hello");
		this.topicWorks = false;
		assertThat(this.relay.send(List.of(message))).isZero();
		assertThat(row(message).sentAt()).isNull();
		assertThat(row(message).work()).isNotNull();
	}

	@Test
	void refusesALeaseThatIsOverAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OutboxProperties(1, Duration.ZERO,
				Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofDays(7)));
	}

	/** A store whose indexes can stand still. */
	private static final class LaggingStore implements Store {

		private final InMemoryStore delegate = new InMemoryStore();

		private final Map<String, Page<?>> old = new HashMap<>();

		private boolean lagging;

		/** From now on queries of an index answer what they would answer now. */
		void lag() {
			query(Query.of(MessageTable.of("talking"), MessageTable.WORK, OutboxMessage.pending(0)).limit(100),
					OutboxMessage.class);
			this.lagging = true;
		}

		void catchUp() {
			this.lagging = false;
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T> Page<T> query(Query query, Class<T> type) {
			if (!this.lagging) {
				this.old.put(query.partition(), this.delegate.query(query, type));
			}
			return (Page<T>) this.old.getOrDefault(query.partition(), new Page<>(List.of(), null));
		}

		@Override
		public <T> Optional<T> find(Table table, Key key, Class<T> type) {
			return this.delegate.find(table, key, type);
		}

		@Override
		public <T> List<T> findAll(Table table, List<Key> keys, Class<T> type) {
			return this.delegate.findAll(table, keys, type);
		}

		@Override
		public <T> Page<T> scan(Query query, Class<T> type) {
			return this.delegate.scan(query, type);
		}

		@Override
		public void commit(List<Write> writes, String token) {
			this.delegate.commit(writes, token);
		}

		@Override
		public void putAll(Table table, List<?> items) {
			this.delegate.putAll(table, items);
		}

	}

}
