package io.safelight.publication;

import java.time.Duration;
import java.util.List;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.publication.saga.Outgoing;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationFixtures;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaMessage.ModerationDecided;
import io.safelight.publication.saga.SagaMessage.PublicRenditionsGenerated;
import io.safelight.publication.saga.SagaMessage.RenditionFailed;
import io.safelight.publication.saga.SagaMessage.SaleSizesGenerated;
import org.junit.jupiter.api.Test;

import static io.safelight.publication.saga.PublicationFixtures.NOW;
import static io.safelight.publication.saga.PublicationFixtures.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StalledPublicationsTests {

	private final FixedRun world = new FixedRun();

	private Publication publication() {
		return this.world.publications.get(PHOTO);
	}

	private void sweepAfter(Duration time) {
		this.world.now = this.world.now.plus(time);
		this.world.stalled().sweep();
	}

	@Test
	void leavesAloneWhatHasTime() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofSeconds(59));
		assertThat(publication().step().epoch()).isOne();
		assertThat(this.world.said).hasSize(1);
	}

	@Test
	void triesAgainAtTheDeadline() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofSeconds(60));
		assertThat(publication().step().epoch()).isEqualTo(2);
		assertThat(this.world.saidSince(1)).containsExactly(new Outgoing.AnalysePhoto(PHOTO, 2));
		assertThat(this.world.meters.counter("saga.timeouts").count()).isOne();
	}

	@Test
	void triesAgainOnceHoweverOftenItSweeps() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofSeconds(60));
		sweepAfter(Duration.ZERO);
		sweepAfter(Duration.ofSeconds(119));
		assertThat(publication().step().epoch()).isEqualTo(2);
	}

	@Test
	void givesUpAfterTheThirdTry() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofSeconds(60));
		sweepAfter(Duration.ofSeconds(120));
		sweepAfter(Duration.ofSeconds(240));
		assertThat(publication().state()).isEqualTo(PublicationState.FAILED);
		assertThat(this.world.said.getLast().type().name()).isEqualTo("publication-failed.v1");
		sweepAfter(Duration.ofDays(365));
		assertThat(publication().version()).isEqualTo(4);
	}

	@Test
	void writesTheTimeoutIntoTheTimeline() {
		this.world.upload(PHOTO);
		sweepAfter(Duration.ofSeconds(61));
		TimelineEntry entry = this.world.publications.timeline(PHOTO).getLast();
		assertThat(entry.cause()).isEqualTo("step-timed-out");
		assertThat(entry.causeId()).isEqualTo(PHOTO + "|ANALYSING|1");
		assertThat(entry.durationMillis()).isEqualTo(61_000);
		assertThat(entry.note()).contains("Try 2");
		assertThat(entry.ignored()).isFalse();
	}

	@Test
	void callsNothingLateWhileItsAnswerMayLieUnread() {
		this.world.upload(PHOTO);
		this.world.manyUnread = true;
		sweepAfter(Duration.ofHours(1));
		assertThat(publication().step().epoch()).isOne();
		assertThat(this.world.meters.get("saga.overdue").gauge().value()).isOne();
		this.world.manyUnread = false;
		sweepAfter(Duration.ZERO);
		assertThat(publication().step().epoch()).isEqualTo(2);
	}

	@Test
	void givesAPhotoMoreTimeWhileManyAreBeforeIt() {
		for (int i = 0; i < 300; i++) {
			startsRendering("photo-" + i);
		}
		sweepAfter(Duration.ofMinutes(10));
		Publication patient = this.world.publications.get("photo-7");
		assertThat(patient.step().epoch()).isOne();
		assertThat(patient.step().deadline()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
		assertThat(this.world.publications.timeline("photo-7").getLast().note()).contains("Many photos are before");
		sweepAfter(Duration.ofMinutes(5));
		assertThat(this.world.publications.get("photo-7").step().epoch()).isEqualTo(2);
	}

	@Test
	void isNotPatientForLongerThanOthersAreBeforeIt() {
		for (int i = 0; i < 300; i++) {
			startsRendering("photo-" + i);
		}
		for (int i = 1; i < 300; i++) {
			this.world.hear(previews("photo-" + i));
			this.world.hear(new SaleSizesGenerated("photo-" + i, 1, PublicationFixtures.saleSizes(1).sizes()));
		}
		sweepAfter(Duration.ofMinutes(10));
		assertThat(this.world.publications.get("photo-0").step().epoch()).isEqualTo(2);
	}

	@Test
	void triesAgainSoonWhatFailedHoweverManyWait() {
		for (int i = 0; i < 300; i++) {
			startsRendering("photo-" + i);
		}
		this.world.hear(new RenditionFailed("photo-0", 1, "sale", false, "out-of-memory", "no memory"));
		sweepAfter(Duration.ofSeconds(15));
		assertThat(this.world.publications.get("photo-0").step().epoch()).isEqualTo(2);
	}

	private static PublicRenditionsGenerated previews(String photoId) {
		PublicRenditionsGenerated made = PublicationFixtures.previews(1);
		return new PublicRenditionsGenerated(photoId, 1, made.renditions(), made.colours(), made.placeholder(),
				made.fingerprint(), made.width(), made.height());
	}

	private void startsRendering(String photoId) {
		this.world.upload(photoId);
		this.world.hear(PublicationFixtures.undecided(photoId, 1));
		this.world.hear(new ModerationDecided(photoId, true, List.of(), "mia"));
	}

	@Test
	void findsAllOfMany() {
		for (int i = 0; i < 300; i++) {
			this.world.upload("photo-" + i);
		}
		sweepAfter(Duration.ofSeconds(60));
		assertThat(this.world.saidSince(300)).hasSize(300)
			.allMatch((message) -> message instanceof Outgoing.AnalysePhoto);
	}

	@Test
	void letsTheFasterOneWin() {
		this.world.upload(PHOTO);
		Publication seen = publication();
		this.world.hear(PublicationFixtures.undecided(PHOTO, 1));
		Changes late = this.world.run()
			.decide(seen, new io.safelight.publication.saga.SagaMessage.StepTimedOut(PHOTO, seen.state(), 1),
					new Occasion("step-timed-out", "x", null));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.world.commit(late));
		assertThat(publication().state()).isEqualTo(PublicationState.MODERATING);
	}

	@Test
	void isNotKeptFromOthersByOneThatFails() {
		this.world.upload("broken");
		this.world.upload(PHOTO);
		this.world.now = NOW.plusSeconds(60);
		new StalledPublications(this.world.publications, this.world.run(), (changes) -> {
			if (changes.messages().getFirst().aggregateId().equals("broken")) {
				throw new IllegalStateException("no");
			}
			this.world.commit(changes);
		}, () -> false, PublicationFixtures.RULES, java.time.Clock.fixed(this.world.now, java.time.ZoneOffset.UTC),
				this.world.sagaMeters)
			.sweep();
		assertThat(publication().step().epoch()).isEqualTo(2);
	}

	@Test
	void raisesAnAlarmForWhatIsStuck() {
		this.world.upload(PHOTO);
		this.world.hear(PublicationFixtures.undecided(PHOTO, 1));
		this.world.hear(new ModerationDecided(PHOTO, true, List.of(), "mia"));
		this.world.hear(PublicationFixtures.previews(1));
		this.world.hear(PublicationFixtures.saleSizes(1));
		this.world.hear(PublicationFixtures.listed(1));
		StalledPublications stalled = this.world.stalled();
		stalled.sweep();
		assertThat(this.world.meters.get("saga.stuck").gauge().value()).isZero();
		for (int epoch = 1; epoch <= 3; epoch++) {
			sweepAfter(Duration.ofMinutes(5L << (epoch - 1)));
		}
		stalled.sweep();
		assertThat(publication().state()).isEqualTo(PublicationState.ARCHIVING);
		assertThat(publication().step().epoch()).isEqualTo(4);
		assertThat(this.world.meters.get("saga.stuck").gauge().value()).isOne();
		assertThat(this.world.publications.stuck(10, null).items()).extracting(Publication::photoId)
			.containsExactly(PHOTO);
	}

	@Test
	void countsWhatIsUnderWayAndHowItEnds() {
		this.world.upload(PHOTO);
		this.world.upload("another");
		this.world.hear(PublicationFixtures.undecided("another", 1));
		sweepAfter(Duration.ZERO);
		assertThat(this.world.meters.get("saga.active").tag("step", "analysing").gauge().value()).isOne();
		assertThat(this.world.meters.get("saga.active").tag("step", "moderating").gauge().value()).isOne();
		sweepAfter(Duration.ofSeconds(60));
		sweepAfter(Duration.ofSeconds(120));
		sweepAfter(Duration.ofSeconds(240));
		assertThat(this.world.meters.get("saga.duration").tag("outcome", "failed").timer().count()).isOne();
		this.world.stalled().sweep();
		assertThat(this.world.meters.get("saga.active").tag("step", "analysing").gauge().value()).isZero();
	}

	@Test
	void noticesThatNobodyHasSweptForLong() {
		this.world.upload(PHOTO);
		this.world.now = NOW.plusSeconds(121);
		StalledPublications stalled = this.world.stalled();
		stalled.sweep();
		assertThat(this.world.meters.get("saga.overdue").gauge().value()).isOne();
		stalled.sweep();
		assertThat(this.world.meters.get("saga.overdue").gauge().value()).isZero();
	}

}
