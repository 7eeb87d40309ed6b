package io.safelight.imaging.render;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PixelBudgetTests {

	private final PixelBudget budget = new PixelBudget(20_000_000);

	@Test
	void givesPixelsBackWhenAShareIsClosed() throws Exception {
		try (PixelBudget.Share _ = this.budget.acquire(12_000_000)) {
			assertThat(this.budget.free()).isEqualTo(8_000_000);
		}
		assertThat(this.budget.free()).isEqualTo(20_000_000);
	}

	@Test
	void letsAPictureLargerThanAllOfItInAlone() throws Exception {
		try (PixelBudget.Share _ = this.budget.acquire(90_000_000)) {
			assertThat(this.budget.free()).isZero();
		}
	}

	@Test
	void makesThoseWaitWhoWouldExceedIt() throws Exception {
		CountDownLatch entered = new CountDownLatch(1);
		PixelBudget.Share first = this.budget.acquire(15_000_000);
		CompletableFuture<Void> second = CompletableFuture.runAsync(() -> enter(entered));
		assertThat(entered.await(100, TimeUnit.MILLISECONDS)).isFalse();
		first.close();
		assertThat(second).succeedsWithin(Duration.ofSeconds(5));
	}

	private void enter(CountDownLatch entered) {
		try (PixelBudget.Share _ = this.budget.acquire(10_000_000)) {
			entered.countDown();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
