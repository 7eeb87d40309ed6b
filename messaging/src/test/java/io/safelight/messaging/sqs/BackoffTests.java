package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(300));

	@Test
	void doublesItsLimitWithEachFailureUpToTheMost() {
		assertThat(IntStream.of(1, 2, 3, 8, 9, 1000, Integer.MAX_VALUE)
			.mapToObj((failures) -> this.backoff.limit(failures).toSeconds()))
			.containsExactly(2L, 4L, 8L, 256L, 300L, 300L, 300L);
	}

	@Test
	void drawsFromTheWholeRange() {
		Random random = new Random(7);
		assertThat(IntStream.range(0, 1000).mapToObj((draw) -> this.backoff.delay(3, random).toSeconds()).distinct())
			.containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
	}

}
