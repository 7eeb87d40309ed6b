package io.safelight.service.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import io.safelight.messaging.test.MutableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private final MutableClock clock = new MutableClock(Instant.EPOCH);

	private final RateLimit limit = new RateLimit(10, this.clock);

	private long admitted(int asked) {
		return IntStream.range(0, asked).filter((number) -> this.limit.admits()).count();
	}

	@Test
	void admitsSoManyASecond() {
		assertThat(admitted(25)).isEqualTo(10);
		this.clock.advance(Duration.ofMillis(500));
		assertThat(admitted(25)).isEqualTo(5);
	}

	@Test
	void savesNothingUp() {
		this.clock.advance(Duration.ofHours(1));
		assertThat(admitted(25)).isEqualTo(10);
	}

	@Test
	void isNotStoppedByAClockThatIsSetBack() {
		admitted(10);
		this.clock.advance(Duration.ofHours(-1));
		assertThat(admitted(1)).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(admitted(25)).isEqualTo(10);
	}

}
