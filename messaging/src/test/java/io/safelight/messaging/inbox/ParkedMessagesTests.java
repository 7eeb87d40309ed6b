package io.safelight.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.safelight.messaging.Ids;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParkedMessagesTests {

	private static final String QUEUE = "safelight-counting";

	private final MutableClock clock = new MutableClock();

	private final ParkedMessages parked = new ParkedMessages(new InMemoryStore(), "counting", this.clock, Ids.random(),
			(most) -> {
			}, "1.2.3");

	private void park(String body) {
		this.parked.park(QUEUE, QUEUE, body, Failure.of("the reason"));
	}

	private ParkedMessage only() {
		assertThat(this.parked.list(10, null).items()).hasSize(1);
		return this.parked.list(10, null).items().getFirst();
	}

	@Test
	void saysWhenAndWhyAndByWhichVersionItCouldNotBeHandled() {
		park("oops");
		String first = only().since();
		this.clock.advance(Duration.ofMinutes(1));
		this.parked.park(QUEUE, QUEUE + "-dlq", "oops", Failure.of("another reason"));
		ParkedMessage message = only();
		assertThat(message.since()).isEqualTo(first).isLessThan(message.lastSeen());
		assertThat(message.reason()).isEqualTo("another reason");
		assertThat(message.foundIn()).isEqualTo(QUEUE + "-dlq");
		assertThat(message.serviceVersion()).isEqualTo("1.2.3");
		assertThat(message.times()).isEqualTo(2);
	}

	@Test
	void countsEachOfManyWhoParkTheSameMessageAtTheSameMoment() throws InterruptedException, ExecutionException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> parking = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				parking.add(threads.submit(() -> park("oops")));
			}
			for (Future<?> done : parking) {
				done.get();
			}
		}
		assertThat(only().times()).isEqualTo(40);
	}

	/** F19 of docs/reliability.md: the largest message that SQS takes is 1 MiB. */
	@Test
	void keepsTheLargestBodyWhole() {
		String body = ("x" + "😀".repeat(3)).repeat(1024 * 1024 / 13);
		park(body);
		ParkedMessage message = only();
		assertThat(message.parts()).isPositive();
		assertThat(message.body().length()).isLessThanOrEqualTo(100_000);
		assertThat(this.parked.body(message)).isEqualTo(body);
	}

	@Test
	void keepsABodyOfUsualSizeInOneRow() {
		park("x".repeat(64 * 1024));
		assertThat(only().parts()).isZero();
		assertThat(this.parked.body(only())).isEqualTo(only().body());
	}

	@Test
	void keepsAReasonThatFits() {
		this.parked.park(QUEUE, QUEUE, "oops", Failure.of("y".repeat(1_000_000)));
		assertThat(only().reason()).hasSize(1000).endsWith("…");
	}

	@Test
	void givesTheSameCauseTheSameHashWhateverTheMessageSaid() {
		List<Failure> failures = new ArrayList<>();
		for (String text : List.of("one", "two")) {
			failures.add(Failure.refused(new UnprocessableMessageException(text)));
		}
		failures.add(Failure.refused(new UnprocessableMessageException("one", new IllegalStateException())));
		assertThat(failures).extracting(Failure::reason).containsExactly("one", "two", "one");
		assertThat(failures.get(0).stackHash()).isEqualTo(failures.get(1).stackHash())
			.isNotEqualTo(failures.get(2).stackHash());
	}

}
