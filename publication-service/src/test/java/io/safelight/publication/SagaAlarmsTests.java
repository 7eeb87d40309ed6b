package io.safelight.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.safelight.messaging.test.alarms.Alarms;
import io.safelight.messaging.test.alarms.Scrape;
import io.safelight.publication.saga.PublicationFixtures;
import io.safelight.publication.saga.SagaMessage;
import org.junit.jupiter.api.Test;

import static io.safelight.publication.saga.PublicationFixtures.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alarms of {@code ops/alerts.yml} that are about sagas.
 */
class SagaAlarmsTests {

	private final FixedRun world = new FixedRun();

	private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final SagaMeters sagaMeters = new SagaMeters(this.meters);

	private void sweepAfter(Duration time, boolean unreadAnswers) {
		this.world.now = this.world.now.plus(time);
		new StalledPublications(this.world.publications, this.world.run(), this.world::commit, () -> unreadAnswers,
				PublicationFixtures.RULES, Clock.fixed(this.world.now, ZoneOffset.UTC), this.sagaMeters)
			.sweep();
	}

	private Set<String> firing() {
		Scrape now = Scrape.of(this.meters.scrape());
		return Alarms.ofProject().firing(now, now, 60);
	}

	@Test
	void areSilentWhileAllIsInTime() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofSeconds(59), false);
		assertThat(firing()).isEmpty();
	}

	@Test
	void tellOfWhatCannotBeDoneAfterThreeTries() {
		this.world.upload(PHOTO);
		this.world.hear(PublicationFixtures.undecided(PHOTO, 1));
		this.world.hear(new SagaMessage.ModerationDecided(PHOTO, true, List.of(), "mia"));
		this.world.hear(PublicationFixtures.previews(1));
		this.world.hear(PublicationFixtures.saleSizes(1));
		this.world.hear(PublicationFixtures.listed(1));
		for (int epoch = 1; epoch <= 3; epoch++) {
			sweepAfter(Duration.ofMinutes(5L << (epoch - 1)), false);
		}
		sweepAfter(Duration.ZERO, false);
		assertThat(firing()).contains("SagaStuck");
	}

	@Test
	void tellOfWhatStandsStillAlthoughItsTimeIsOver() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofMinutes(3), true);
		assertThat(firing()).containsExactly("SagaOverdue");
		sweepAfter(Duration.ZERO, false);
		sweepAfter(Duration.ZERO, false);
		assertThat(firing()).isEmpty();
	}

}
