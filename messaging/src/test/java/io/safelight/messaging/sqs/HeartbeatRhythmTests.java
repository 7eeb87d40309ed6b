package io.safelight.messaging.sqs;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatRhythmTests {

	private final HeartbeatRhythm rhythm = HeartbeatRhythm.of(Duration.ofSeconds(60));

	@Test
	void beatsThriceWithinTheVisibility() {
		assertThat(this.rhythm.interval()).isEqualTo(Duration.ofSeconds(20));
	}

	@Test
	void givesUpBeforeOthersAreGivenTheMessageEvenIfEachTryHangs() {
		Duration twoTries = this.rhythm.interval().plus(this.rhythm.patience().multipliedBy(3));
		assertThat(twoTries).isEqualTo(Duration.ofSeconds(50)).isLessThan(this.rhythm.visibility());
	}

	@Test
	void givesUpBeforeSqsShowsAMessageInAnyCase() {
		Duration end = this.rhythm.interval().multipliedBy(this.rhythm.beats()).plus(this.rhythm.lastWait());
		assertThat(end).isBetween(Duration.ofHours(12).minusSeconds(60), Duration.ofHours(12).minusSeconds(1));
	}

}
