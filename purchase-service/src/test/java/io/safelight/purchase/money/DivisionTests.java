package io.safelight.purchase.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DivisionTests {

	@Test
	void givesTheRestToTheLargestRemainders() {
		assertThat(Division.of(new Money(100, "EUR"), List.of(1L, 1L, 1L))).extracting(Money::amount)
			.containsExactly(34L, 33L, 33L);
		assertThat(Division.of(new Money(10, "EUR"), List.of(500L, 2500L))).extracting(Money::amount)
			.containsExactly(2L, 8L);
	}

	@Test
	void dividesEquallyWhatWeighsNothing() {
		assertThat(Division.of(new Money(9, "EUR"), List.of(0L, 0L))).extracting(Money::amount).containsExactly(5L, 4L);
	}

	@Test
	void losesNothing() {
		Random random = new Random(7);
		for (int round = 0; round < 2_000; round++) {
			long total = random.nextLong(1_000_000);
			List<Long> weights = new ArrayList<>();
			random.longs(1 + random.nextInt(20), 0, 10_000).forEach(weights::add);
			assertThat(Division.of(new Money(total, "EUR"), weights).stream().mapToLong(Money::amount).sum())
				.isEqualTo(total);
		}
	}

}
