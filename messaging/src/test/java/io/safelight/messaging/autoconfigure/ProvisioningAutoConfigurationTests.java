package io.safelight.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProvisioningAutoConfigurationTests {

	@Test
	void hasAClockThatDiffersByWhatIsAsked() {
		Clock late = new ProvisioningAutoConfiguration().clock(Duration.ofMinutes(-5));
		assertThat(late.instant()).isCloseTo(Instant.now().minus(Duration.ofMinutes(5)),
				within(10, ChronoUnit.SECONDS));
	}

}
