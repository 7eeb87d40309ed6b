package io.safelight.messaging.test;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MutableClockTests {

	@Test
	void standsStillUntilItIsMoved() {
		MutableClock clock = new MutableClock(Instant.EPOCH);
		assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(Instant.EPOCH);
		clock.advance(Duration.ofHours(1));
		assertThat(clock.millis()).isEqualTo(3_600_000);
	}

}
