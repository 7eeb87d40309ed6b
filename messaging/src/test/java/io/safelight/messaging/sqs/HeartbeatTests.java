package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeartbeatTests {

	private static final Duration VISIBILITY = Duration.ofMillis(30);

	private final BlockingQueue<String> hidden = new LinkedBlockingQueue<>();

	private final AtomicInteger failures = new AtomicInteger();

	private Heartbeat start(Visibility visibility, Duration most) {
		return Heartbeat.start(visibility, new HeartbeatRhythm(VISIBILITY, most), "handle",
				this.failures::incrementAndGet);
	}

	private Heartbeat start(Visibility visibility) {
		return start(visibility, Duration.ofHours(12));
	}

	private void record(String receiptHandle, Duration time, Duration patience) {
		this.hidden.add(receiptHandle + " " + time.toMillis());
	}

	private static void refuse(String receiptHandle, Duration time, Duration patience) {
		throw new CompletionException(new TimeoutException());
	}

	/** What a slow handler does: it waits for something that does not come. */
	private static void work() throws InterruptedException {
		new CountDownLatch(1).await(20, TimeUnit.SECONDS);
	}

	@Test
	void hidesTheMessageAgainAndAgain() throws InterruptedException {
		try (Heartbeat heartbeat = start(this::record)) {
			List<String> beats = List.of(this.hidden.take(), this.hidden.take(), this.hidden.take());
			assertThat(beats).containsOnly("handle 30");
			assertThat(heartbeat.hasLost()).isFalse();
		}
	}

	@Test
	void hidesNothingAfterItsEnd() throws InterruptedException {
		Heartbeat heartbeat = start(this::record);
		this.hidden.take();
		heartbeat.close();
		this.hidden.clear();
		assertThat(this.hidden.poll(VISIBILITY.toMillis(), TimeUnit.MILLISECONDS)).isNull();
	}

	/** F12 of docs/reliability.md: the visibility cannot be prolonged. */
	@Test
	void cancelsTheWorkWhenTheMessageCannotBeKeptHidden() {
		try (Heartbeat heartbeat = start(HeartbeatTests::refuse)) {
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(HeartbeatTests::work);
			assertThat(heartbeat.hasLost()).isTrue();
			assertThat(this.failures).hasValue(2);
		}
	}

	@Test
	void endsWithoutAMarkOnTheThread() throws InterruptedException {
		CountDownLatch second = new CountDownLatch(2);
		Heartbeat heartbeat = start((receiptHandle, time, patience) -> {
			second.countDown();
			refuse(receiptHandle, time, patience);
		});
		try {
			second.await();
			work();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		heartbeat.close();
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	void survivesASingleFailure() throws InterruptedException {
		AtomicInteger calls = new AtomicInteger();
		try (Heartbeat heartbeat = start((receiptHandle, time, patience) -> {
			if (calls.incrementAndGet() % 2 == 1) {
				refuse(receiptHandle, time, patience);
			}
			record(receiptHandle, time, patience);
		})) {
			this.hidden.take();
			this.hidden.take();
			assertThat(heartbeat.hasLost()).isFalse();
			assertThat(this.failures.get()).isPositive();
		}
	}

	@Test
	void cancelsTheWorkBeforeSqsShowsTheMessageInAnyCase() {
		try (Heartbeat heartbeat = start(this::record, VISIBILITY.multipliedBy(2))) {
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(HeartbeatTests::work);
			assertThat(heartbeat.hasLost()).isTrue();
			assertThat(this.hidden).hasSize(3);
		}
	}

}
