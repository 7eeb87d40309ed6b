package io.safelight.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Versions of a thing leave in their order, whoever sends them and whatever fails.
 */
class SequencedSenderTests {

	private static final String TOPIC = "safelight-talking-events.fifo";

	private static final Duration LEASE = Duration.ofSeconds(30);

	private final MutableClock clock = new MutableClock();

	private final InMemoryStore store = new InMemoryStore();

	private final Outbox outbox = new Outbox(this.store, "talking",
			new OutboxProperties(2, LEASE, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(7)),
			this.clock);

	private final List<OutboxMessage> accepted = new ArrayList<>();

	private final List<Integer> callSizes = new ArrayList<>();

	/** As a topic in sequence does, it takes a repeat and passes it on to nobody. */
	private final Set<String> known = new HashSet<>();

	private int refusals;

	private final OutboxRelay relay = new OutboxRelay(this.outbox, this::send);

	private final OutboxSweeper sweeper = new OutboxSweeper(this.outbox, this.relay);

	record Word(String text) {
	}

	private List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages) {
		this.callSizes.add(messages.size());
		if (this.refusals > 0) {
			this.refusals--;
			return List.of();
		}
		messages.stream().filter((message) -> this.known.add(message.messageId())).forEach(this.accepted::add);
		return messages;
	}

	private OutboxMessage decide(String thing, long version) {
		Changes changes = Changes.none()
			.publish(OutgoingMessage.to(TOPIC, "word-said.v1", thing, version, new Word("v" + version)));
		List<OutboxMessage> rows = this.outbox.rows(changes, Cause.request(thing + version));
		this.store.commit(this.outbox.writes(rows), rows.getFirst().pk());
		return rows.getFirst();
	}

	private List<Long> versions() {
		return this.accepted.stream().map(SequencedSenderTests::version).toList();
	}

	private static long version(OutboxMessage message) {
		return EnvelopeJson.read(message.body()).metadata().aggregateVersion();
	}

	@Test
	void sendsTheVersionsOfAThingOneAfterTheOther() {
		OutboxMessage one = decide("photo", 1);
		OutboxMessage two = decide("photo", 2);
		OutboxMessage other = decide("other", 1);
		this.relay.send(List.of(two, other, one));
		assertThat(this.accepted).containsExactly(other, one, two);
		assertThat(this.callSizes).containsExactly(2, 1);
	}

	@Test
	void keepsALaterVersionBackWhileAnotherInstanceHasTheEarlier() {
		OutboxMessage one = decide("photo", 1);
		OutboxMessage two = decide("photo", 2);
		this.relay.send(List.of(two));
		assertThat(this.accepted).isEmpty();
		this.relay.send(List.of(one));
		this.clock.advance(Duration.ofMillis(1500));
		this.sweeper.sweep();
		assertThat(versions()).containsExactly(1L, 2L);
	}

	@Test
	void sendsNoLaterVersionThanOneThatWasRefused() {
		this.refusals = 1;
		this.relay.send(List.of(decide("photo", 1), decide("photo", 2), decide("photo", 3)));
		assertThat(this.accepted).isEmpty();
		this.clock.advance(LEASE.plusSeconds(1));
		this.sweeper.sweep();
		assertThat(versions()).containsExactly(1L, 2L, 3L);
	}

	@Test
	void doesNotWaitForAVersionThatIsLongForgotten() {
		this.relay.send(List.of(decide("photo", 7)));
		assertThat(versions()).containsExactly(7L);
	}

	@Test
	void givesAVersionTheSameIdentityWhateverCausedIt() {
		OutgoingMessage message = OutgoingMessage.to(TOPIC, "word-said.v1", "photo", 3, new Word("a"));
		assertThat(MessageIds.of("one cause", message)).isEqualTo(MessageIds.of("another", message));
		assertThat(MessageIds.of("one cause", message.on("safelight-talking-events")))
			.isNotEqualTo(MessageIds.of("another", message.on("safelight-talking-events")));
	}

	static LongStream seeds() {
		return LongStream.range(0, 50);
	}

	/**
	 * Two instances, a topic that refuses, crashes that leave messages to the sweeper.
	 */
	@ParameterizedTest
	@MethodSource("seeds")
	void keepsTheOrderWhateverFails(long seed) {
		Random random = new Random(seed);
		OutboxRelay otherInstance = new OutboxRelay(this.outbox, this::send);
		List<OutboxMessage> decided = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			decided.add(decide("photo-" + i % 6, 1 + i / 6));
		}
		Collections.shuffle(decided, random);
		for (int from = 0; from < decided.size(); from += 5) {
			this.refusals = random.nextInt(3);
			List<OutboxMessage> round = decided.subList(from, from + 5);
			switch (random.nextInt(3)) {
				case 0 -> this.relay.send(round);
				case 1 -> otherInstance.send(round);
				default -> this.clock.advance(Duration.ofSeconds(random.nextInt(20)));
			}
			this.sweeper.sweep();
		}
		this.refusals = 0;
		for (int pass = 0; pass < 60; pass++) {
			this.clock.advance(Duration.ofSeconds(2));
			this.sweeper.sweep();
		}
		Map<String, Long> last = new HashMap<>();
		for (OutboxMessage message : this.accepted) {
			long seen = last.merge(String.valueOf(message.aggregateId()), version(message), Math::max);
			assertThat(version(message)).as("of " + message.aggregateId()).isEqualTo(seen);
		}
		assertThat(this.accepted).hasSize(60);
	}

}
