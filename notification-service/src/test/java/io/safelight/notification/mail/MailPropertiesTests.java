package io.safelight.notification.mail;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailPropertiesTests {

	@Test
	void waitsTwiceAsLongAfterEachFailureUpToALimit() {
		MailProperties properties = properties("https://photos.example");
		assertThat(properties.waitAfter(1)).isEqualTo(Duration.ofSeconds(2));
		assertThat(properties.waitAfter(2)).isEqualTo(Duration.ofSeconds(4));
		assertThat(properties.waitAfter(5)).isEqualTo(Duration.ofSeconds(32));
		assertThat(properties.waitAfter(1000)).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void refusesASiteThatNoMailCouldLinkTo() {
		assertThatIllegalArgumentException().isThrownBy(() -> properties("photos.example"))
			.withMessageContaining("must be absolute");
	}

	private static MailProperties properties(String site) {
		return new MailProperties("Safelight <no-reply@safelight.example>", URI.create(site), Duration.ofSeconds(1),
				Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(24),
				Duration.ofDays(30));
	}

}
