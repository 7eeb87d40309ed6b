package io.safelight.gateway.edge;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokenBucketTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	private final TokenBucket bucket = new TokenBucket(3, 0.5, NOW);

	@Test
	void isFullAtFirst() {
		assertThat(this.bucket.take(NOW)).isEqualTo(new TokenBucket.Taken(true, 2, 0));
	}

	@Test
	void tellsHowLongToWaitWhenItIsEmpty() {
		empty();
		assertThat(this.bucket.take(NOW)).isEqualTo(new TokenBucket.Taken(false, 0, 2));
		assertThat(this.bucket.take(NOW.plusMillis(1900))).isEqualTo(new TokenBucket.Taken(false, 0, 1));
	}

	@Test
	void fillsUpEvenly() {
		empty();
		assertThat(this.bucket.take(NOW.plusSeconds(2)).granted()).isTrue();
		assertThat(this.bucket.take(NOW.plusSeconds(2)).granted()).isFalse();
	}

	@Test
	void neverHoldsMoreThanItsCapacity() {
		assertThat(this.bucket.take(NOW.plusSeconds(3600)).remaining()).isEqualTo(2);
	}

	@Test
	void gainsNothingFromAClockThatWasSetBack() {
		empty();
		assertThat(this.bucket.take(NOW.minusSeconds(3600)).granted()).isFalse();
		assertThat(this.bucket.take(NOW).granted()).isFalse();
	}

	private void empty() {
		for (int i = 0; i < 3; i++) {
			this.bucket.take(NOW);
		}
	}

}
