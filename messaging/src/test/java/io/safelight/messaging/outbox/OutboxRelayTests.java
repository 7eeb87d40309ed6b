package io.safelight.messaging.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Relays that are held up in the middle of their work.
 */
class OutboxRelayTests {

	private static final Duration LEASE = Duration.ofSeconds(30);

	record Said(String what) {
	}

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final Outbox outbox = new Outbox(this.store, "talking",
			new OutboxProperties(4, LEASE, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofDays(7)),
			this.clock);

	private final ConcurrentLinkedQueue<OutboxMessage> delivered = new ConcurrentLinkedQueue<>();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch goesOn = new CountDownLatch(1);

	private List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages) {
		this.delivered.addAll(messages);
		return messages;
	}

	/** A topic that is slow, or a process that is paused: from here that is the same. */
	private List<OutboxMessage> sendLate(Destination destination, List<OutboxMessage> messages) {
		this.begun.countDown();
		try {
			assertThat(this.goesOn.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			return List.of();
		}
		return send(destination, messages);
	}

	private List<OutboxMessage> decide(String word) {
		Changes changes = Changes.none()
			.publish(OutgoingMessage.to("safelight-talking-events", "word-said.v1", word, 1, new Said(word)));
		List<OutboxMessage> rows = this.outbox.rows(changes, new Cause("corr", word, "trace"));
		this.store.commit(this.outbox.writes(rows), rows.getFirst().messageId());
		return rows;
	}

	private int pending() {
		return this.outbox.backlog().pending();
	}

	/** F28. */
	@Test
	void sendsTwiceAtMostWhenOneOfTwoRelaysIsPausedBeyondItsLease() throws InterruptedException {
		List<OutboxMessage> committed = decide("hello");
		OutboxRelay paused = new OutboxRelay(this.outbox, this::sendLate);
		Thread process = Thread.ofVirtual().start(() -> paused.send(committed));
		this.begun.await();
		this.clock.advance(LEASE.plusSeconds(30));
		assertThat(new OutboxSweeper(this.outbox, new OutboxRelay(this.outbox, this::send)).sweep()).isOne();
		this.goesOn.countDown();
		process.join();
		Set<String> identities = this.delivered.stream().map(OutboxMessage::messageId).collect(Collectors.toSet());
		assertThat(this.delivered).hasSize(2);
		assertThat(identities).as("one message, said twice").hasSize(1);
		assertThat(pending()).isZero();
	}

	/** F28: what the paused one could not send is left to the one that has it now. */
	@Test
	void marksNothingThatItsTopicHasNotTaken() throws InterruptedException {
		List<OutboxMessage> committed = decide("hello");
		OutboxRelay paused = new OutboxRelay(this.outbox, (destination, messages) -> {
			sendLate(destination, messages);
			return List.of();
		});
		Thread process = Thread.ofVirtual().start(() -> paused.send(committed));
		this.begun.await();
		this.clock.advance(LEASE.plusSeconds(30));
		assertThat(this.outbox.claim(10)).as("somebody else is at it").hasSize(1);
		this.goesOn.countDown();
		process.join();
		assertThat(pending()).isOne();
	}

	@Test
	void sendsWhatItHasInHandWhenItIsToldToStop() throws InterruptedException {
		OutboxRelay relay = new OutboxRelay(this.outbox, this::sendLate);
		relay.start();
		relay.enqueue(decide("hello"));
		this.begun.await();
		relay.enqueue(decide("world"));
		Thread stop = Thread.ofVirtual().start(relay::stop);
		stop.join(Duration.ofMillis(200));
		this.goesOn.countDown();
		stop.join();
		assertThat(this.delivered).hasSize(2);
		assertThat(pending()).isZero();
	}

}
