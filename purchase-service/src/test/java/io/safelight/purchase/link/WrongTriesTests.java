package io.safelight.purchase.link;

import java.time.Duration;

import io.safelight.messaging.test.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WrongTriesTests {

	private final MutableClock clock = new MutableClock();

	private final WrongTries tries = new WrongTries(5, this.clock);

	@Test
	void areTooManyAfterFiveWithinAMinute() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.tries.areTooMany("10.0.0.1")).isFalse();
			this.tries.add("10.0.0.1");
		}
		assertThat(this.tries.areTooMany("10.0.0.1")).isTrue();
		assertThat(this.tries.areTooMany("10.0.0.2")).isFalse();
	}

	@Test
	void areForgottenAfterAMinute() {
		for (int i = 0; i < 5; i++) {
			this.tries.add("10.0.0.1");
		}
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.tries.areTooMany("10.0.0.1")).isFalse();
	}

}
