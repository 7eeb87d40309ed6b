package io.safelight.notification.mail;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	private final Mail mail = Mail.decided("m-1", "ana", "photo-published", "p-1", new Draft("s", "t", "h"), NOW);

	@Test
	void isDueAtOnce() {
		assertThat(this.mail.isDueAt(NOW)).isTrue();
	}

	@Test
	void belongsToWhoeverTookItUntilTheLeaseEnds() {
		Mail taken = this.mail.takenUntil(NOW.plusSeconds(60));
		assertThat(taken.isDueAt(NOW.plusSeconds(59))).isFalse();
		assertThat(taken.isDueAt(NOW.plusSeconds(60))).isTrue();
		assertThat(taken.attempts()).isEqualTo(1);
		assertThat(taken.version()).isEqualTo(2);
	}

	@Test
	void leavesTheIndexWithItsEnd() {
		Mail ended = this.mail.takenUntil(NOW.plusSeconds(60)).ended(Mail.End.sent(NOW, "ses-1"), Duration.ofDays(30));
		assertThat(ended.work()).isNull();
		assertThat(ended.isDueAt(NOW.plusSeconds(3600))).isFalse();
		assertThat(ended.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)).getEpochSecond());
		assertThat(ended.version()).isEqualTo(3);
	}

}
