package io.safelight.imaging.rendition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class FairTurnsTests {

	private final FairTurns turns = new FairTurns(1);

	private final List<String> served = new ArrayList<>();

	private final List<Thread> waiters = new ArrayList<>();

	@Test
	void letsASinglePhotoPassABatchOfThousands() throws Exception {
		FairTurns.Turn first = this.turns.take("batch");
		for (int i = 0; i < 2000; i++) {
			enqueue("batch");
		}
		enqueue("single");
		first.close();
		join();
		assertThat(this.served).hasSize(2001);
		assertThat(this.served.indexOf("single")).as("place of the single photo").isLessThanOrEqualTo(1);
	}

	@Test
	void servesContributorsByTurns() throws Exception {
		FairTurns.Turn first = this.turns.take("ana");
		for (String contributor : List.of("ana", "ana", "ana", "paul", "paul", "paul")) {
			enqueue(contributor);
		}
		first.close();
		join();
		assertThat(this.served).containsExactly("ana", "paul", "ana", "paul", "ana", "paul");
	}

	@Test
	void givesAsManyTurnsAsThereAre() throws Exception {
		FairTurns two = new FairTurns(2);
		FairTurns.Turn one = two.take("ana");
		two.take("ana");
		CountDownLatch third = new CountDownLatch(1);
		Thread waiter = Thread.ofVirtual().start(() -> {
			try {
				two.take("ana");
				third.countDown();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		Awaitility.await().until(() -> two.waiting() == 1);
		one.close();
		assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(waiter.join(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void forgetsThoseWhoWaitNoLonger() throws Exception {
		FairTurns.Turn first = this.turns.take("ana");
		enqueue("paul");
		this.waiters.getFirst().interrupt();
		join();
		assertThat(this.turns.waiting()).isZero();
		first.close();
		this.turns.take("ana").close();
		assertThat(this.served).isEmpty();
	}

	/** Each waits in its own thread, in the order in which they are enqueued. */
	private void enqueue(String contributor) {
		int before = this.turns.waiting();
		this.waiters.add(Thread.ofVirtual().start(() -> {
			try (FairTurns.Turn _ = this.turns.take(contributor)) {
				this.served.add(contributor);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}));
		while (this.turns.waiting() == before) {
			Thread.onSpinWait();
		}
	}

	private void join() throws InterruptedException {
		for (Thread waiter : this.waiters) {
			waiter.join();
		}
	}

}
