package io.safelight.publication.saga;

import java.time.Duration;
import java.util.List;

import io.safelight.publication.saga.SagaDecision.Compensate;
import io.safelight.publication.saga.SagaDecision.Finish;
import io.safelight.publication.saga.SagaDecision.Ignore;
import io.safelight.publication.saga.SagaDecision.Proceed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static io.safelight.publication.saga.PublicationFixtures.NOW;
import static io.safelight.publication.saga.PublicationFixtures.PHOTO;
import static io.safelight.publication.saga.PublicationFixtures.RULES;
import static io.safelight.publication.saga.PublicationFixtures.analysing;
import static io.safelight.publication.saga.PublicationFixtures.approved;
import static io.safelight.publication.saga.PublicationFixtures.approvedByMia;
import static io.safelight.publication.saga.PublicationFixtures.archived;
import static io.safelight.publication.saga.PublicationFixtures.archiving;
import static io.safelight.publication.saga.PublicationFixtures.discarded;
import static io.safelight.publication.saga.PublicationFixtures.failed;
import static io.safelight.publication.saga.PublicationFixtures.failedForGood;
import static io.safelight.publication.saga.PublicationFixtures.failedForNow;
import static io.safelight.publication.saga.PublicationFixtures.listed;
import static io.safelight.publication.saga.PublicationFixtures.listing;
import static io.safelight.publication.saga.PublicationFixtures.moderating;
import static io.safelight.publication.saga.PublicationFixtures.original;
import static io.safelight.publication.saga.PublicationFixtures.previews;
import static io.safelight.publication.saga.PublicationFixtures.published;
import static io.safelight.publication.saga.PublicationFixtures.refused;
import static io.safelight.publication.saga.PublicationFixtures.refusedByMia;
import static io.safelight.publication.saga.PublicationFixtures.rendering;
import static io.safelight.publication.saga.PublicationFixtures.saleSizes;
import static io.safelight.publication.saga.PublicationFixtures.stuck;
import static io.safelight.publication.saga.PublicationFixtures.timeout;
import static io.safelight.publication.saga.PublicationFixtures.undecided;
import static io.safelight.publication.saga.PublicationFixtures.undoingBadFile;
import static io.safelight.publication.saga.PublicationFixtures.undoingListing;
import static io.safelight.publication.saga.PublicationFixtures.unusable;
import static io.safelight.publication.saga.PublicationFixtures.uploaded;
import static io.safelight.publication.saga.PublicationFixtures.withdrawn;
import static io.safelight.publication.saga.PublicationScenario.given;
import static io.safelight.publication.saga.PublicationState.ANALYSING;
import static io.safelight.publication.saga.PublicationState.ARCHIVING;
import static io.safelight.publication.saga.PublicationState.COMPENSATING;
import static io.safelight.publication.saga.PublicationState.COMPENSATION_STUCK;
import static io.safelight.publication.saga.PublicationState.FAILED;
import static io.safelight.publication.saga.PublicationState.LISTING;
import static io.safelight.publication.saga.PublicationState.MODERATING;
import static io.safelight.publication.saga.PublicationState.PUBLISHED;
import static io.safelight.publication.saga.PublicationState.REJECTED;
import static io.safelight.publication.saga.PublicationState.RENDERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PublicationSagaTests {

	@Nested
	class TheWayToTheShop {

		@Test
		void beginsWithALookAtThePicture() {
			SagaDecision decision = new PublicationSaga(RULES).begin(uploaded(), NOW, NOW);
			assertThat(decision.publication().state()).isEqualTo(ANALYSING);
			assertThat(decision.messages()).containsExactly(new Outgoing.AnalysePhoto(PHOTO, 1));
			assertThat(decision.publication().step().deadline()).isEqualTo(NOW.plusSeconds(60));
		}

		@Test
		void rendersAnApprovedPicture() {
			given(analysing()).when(approved(1))
				.thenItIs(RENDERING)
				.becauseOf(Proceed.class)
				.saying("photo-analysed", "generate-public-renditions", "generate-sale-sizes")
				.waitingFor(Duration.ofMinutes(10));
		}

		@Test
		void asksAPersonWhereTheRulesSaySo() {
			given(analysing()).when(undecided(PHOTO, 1))
				.thenItIs(MODERATING)
				.saying("photo-analysed", "moderation-requested")
				.waitingFor(Duration.ofDays(7));
		}

		@Test
		void rendersWhatAPersonApproves() {
			given(moderating()).when(approvedByMia())
				.thenItIs(RENDERING)
				.saying("generate-public-renditions", "generate-sale-sizes");
		}

		@Test
		void waitsForBothKindsOfRenditions() {
			given(rendering()).when(previews(1)).thenItIs(RENDERING).becauseOf(Proceed.class).sayingNothing();
			given(rendering()).when(saleSizes(1)).thenItIs(RENDERING).becauseOf(Proceed.class).sayingNothing();
		}

		@Test
		void listsWhenBothAreThereInEitherOrder() {
			given(rendering()).when(previews(1), saleSizes(1)).thenItIs(LISTING).saying("list-photo");
			given(rendering()).when(saleSizes(1), previews(1)).thenItIs(LISTING).saying("list-photo");
		}

		@Test
		void countsKindsAndNotAnswers() {
			given(rendering()).when(previews(1), previews(1), previews(1)).thenItIs(RENDERING).sayingNothing();
		}

		@Test
		void archivesOnlyWhatIsListed() {
			given(listing()).when(listed(1))
				.thenItIs(ARCHIVING)
				.saying(new Outgoing.ArchiveOriginal(PHOTO, 1))
				.waitingFor(Duration.ofMinutes(5));
		}

		@Test
		void endsPublished() {
			given(archiving()).when(archived(1))
				.thenItIs(PUBLISHED)
				.becauseOf(Finish.class)
				.saying("photo-published")
				.waitingForNothing();
		}

		@Test
		void namesAPhotoWithoutATitleAfterItsFile() {
			SagaMessage.PhotoUploaded untitled = new SagaMessage.PhotoUploaded(PHOTO, "ana", "IMG_1.final.jpg", " ",
					List.of(), original());
			assertThat(new PublicationSaga(RULES).begin(untitled, NOW, NOW).publication().photo().title())
				.isEqualTo("IMG_1.final");
		}

	}

	@Nested
	class Refusals {

		@Test
		void refusesAFileThatIsNoPicture() {
			given(analysing()).when(unusable(1))
				.thenItIs(REJECTED)
				.becauseOf(Finish.class)
				.withReasons(RejectionCode.TRUNCATED_FILE)
				.saying("photo-rejected")
				.waitingForNothing();
		}

		@Test
		void refusesWhatTheRulesForbid() {
			given(analysing()).when(refused(1))
				.thenItIs(REJECTED)
				.withReasons(RejectionCode.CONTENT_NOT_ALLOWED)
				.saying("photo-analysed", "photo-rejected");
		}

		@Test
		void refusesWhatAPersonRefuses() {
			given(moderating()).when(refusedByMia())
				.thenItIs(REJECTED)
				.withReasons(RejectionCode.NOT_SHARP)
				.saying("photo-rejected");
		}

		@ParameterizedTest
		@ValueSource(strings = { "truncated-file", "unreadable-file", "damaged-file", "unsupported-type", "too-large",
				"too-many-pixels", "several-pictures" })
		void discardsTheRenditionsOfABadFileBeforeRefusingIt(String code) {
			given(rendering()).when(failedForGood(1, code))
				.thenItIs(COMPENSATING)
				.becauseOf(Compensate.class)
				.saying(new Outgoing.DiscardRenditions(PHOTO, 1))
				.when(PublicationFixtures.discarded(1))
				.thenItIs(REJECTED)
				.becauseOf(Finish.class)
				.saying("photo-rejected");
		}

		@Test
		void failsRatherThanRefusesWhenTheFileIsNotAtFault() {
			given(rendering()).when(failedForGood(1, "source-missing"), PublicationFixtures.discarded(1))
				.thenItIs(FAILED)
				.saying("publication-failed");
		}

	}

	@Nested
	class Timeouts {

		@Test
		void tryAgainWithTheNextEpochAndTwiceTheTime() {
			given(analysing()).when(timeout(ANALYSING, 1))
				.thenItIs(ANALYSING)
				.atTry(2)
				.saying(new Outgoing.AnalysePhoto(PHOTO, 2))
				.waitingFor(Duration.ofSeconds(120))
				.when(timeout(ANALYSING, 2))
				.atTry(3)
				.waitingFor(Duration.ofSeconds(240));
		}

		@Test
		void askOnlyForWhatIsMissing() {
			given(rendering()).when(previews(1), timeout(RENDERING, 1))
				.thenItIs(RENDERING)
				.saying(new Outgoing.GenerateSaleSizes(PHOTO, 2, original()))
				.when(saleSizes(2))
				.thenItIs(LISTING);
		}

		@Test
		void giveUpAnAnalysisWithNothingToUndo() {
			given(analysing()).when(timeout(ANALYSING, 1), timeout(ANALYSING, 2), timeout(ANALYSING, 3))
				.thenItIs(FAILED)
				.saying(new Outgoing.PublicationFailed(PHOTO, "ana", "sunset.jpg",
						"The picture could not be analysed after 3 tries."));
		}

		@Test
		void giveUpADecisionThatNobodyTakes() {
			given(moderating()).when(timeout(MODERATING, 1))
				.saying("moderation-requested")
				.when(timeout(MODERATING, 2), timeout(MODERATING, 3))
				.thenItIs(FAILED)
				.noting("Nobody decided");
		}

		@Test
		void undoTheRenditionsAfterTheThirdTry() {
			given(rendering()).when(timeout(RENDERING, 1), timeout(RENDERING, 2), timeout(RENDERING, 3))
				.thenItIs(COMPENSATING)
				.becauseOf(Compensate.class)
				.saying(new Outgoing.DiscardRenditions(PHOTO, 1))
				.waitingFor(Duration.ofMinutes(5))
				.when(discarded(1))
				.thenItIs(FAILED)
				.saying(new Outgoing.PublicationFailed(PHOTO, "ana", "sunset.jpg",
						"The renditions could not be made after 3 tries."));
		}

		@Test
		void undoTheListingToo() {
			given(listing()).when(timeout(LISTING, 1), timeout(LISTING, 2), timeout(LISTING, 3))
				.thenItIs(COMPENSATING)
				.saying(new Outgoing.WithdrawPhoto(PHOTO, 1, "publication failed"),
						new Outgoing.DiscardRenditions(PHOTO, 1));
		}

		@Test
		void areIgnoredWhenTheAnswerWasFaster() {
			given(analysing()).when(approved(1), timeout(ANALYSING, 1)).thenItIs(RENDERING).becauseOf(Ignore.class);
		}

		@Test
		void comeSoonerWhenImagingFailsForNow() {
			given(rendering()).when(failedForNow(1))
				.thenItIs(RENDERING)
				.atTry(1)
				.sayingNothing()
				.waitingFor(Duration.ofSeconds(15))
				.noting("Out of memory")
				.when(timeout(RENDERING, 1))
				.atTry(2)
				.saying("generate-public-renditions", "generate-sale-sizes");
		}

	}

	@Nested
	class AfterThePivot {

		@Test
		void thereIsOnlyForward() {
			PublicationScenario scenario = given(archiving());
			for (int epoch = 1; epoch <= 20; epoch++) {
				scenario.when(timeout(ARCHIVING, epoch))
					.thenItIs(ARCHIVING)
					.becauseOf(Proceed.class)
					.saying(new Outgoing.ArchiveOriginal(PHOTO, epoch + 1));
			}
			scenario.waitingFor(Duration.ofMinutes(5).multipliedBy(64)).when(archived(21)).thenItIs(PUBLISHED);
		}

		@Test
		void raisesAnAlarmOnceTheTriesAreUsedUp() {
			Publication third = PublicationFixtures.after(archiving(), timeout(ARCHIVING, 1), timeout(ARCHIVING, 2));
			assertThat(RULES.needsAttention(third)).isFalse();
			assertThat(RULES.needsAttention(PublicationFixtures.after(third, timeout(ARCHIVING, 3)))).isTrue();
		}

		@Test
		void aFailureOfImagingDoesNotMatter() {
			given(archiving()).when(failedForGood(1, "truncated-file")).thenItIs(ARCHIVING).becauseOf(Ignore.class);
		}

		@Test
		void aWithdrawalByItsContributorDoesNotStopIt() {
			given(archiving()).when(withdrawn(0)).thenItIs(ARCHIVING).becauseOf(Ignore.class).noting("off sale");
		}

	}

	@Nested
	class Undoing {

		@Test
		void endsWhenEverythingIsUndoneInEitherOrder() {
			given(undoingListing()).when(withdrawn(1))
				.thenItIs(COMPENSATING)
				.sayingNothing()
				.when(discarded(1))
				.thenItIs(FAILED)
				.saying("publication-failed");
			given(undoingListing()).when(discarded(1), withdrawn(1)).thenItIs(FAILED).saying("publication-failed");
		}

		@Test
		void takesNoAnswerTwice() {
			given(undoingListing()).when(discarded(1), discarded(1)).thenItIs(COMPENSATING);
		}

		@Test
		void isTriedAgainForWhatIsMissing() {
			given(undoingListing()).when(discarded(1), timeout(COMPENSATING, 1))
				.thenItIs(COMPENSATING)
				.saying(new Outgoing.WithdrawPhoto(PHOTO, 2, "publication failed"));
		}

		@Test
		void isGivenToAPersonAfterTheThirdTry() {
			given(undoingListing()).when(timeout(COMPENSATING, 1), timeout(COMPENSATING, 2), timeout(COMPENSATING, 3))
				.thenItIs(COMPENSATION_STUCK)
				.becauseOf(Compensate.class)
				.sayingNothing()
				.waitingForNothing();
			assertThat(RULES.needsAttention(stuck())).isTrue();
		}

		@Test
		void isTakenUpAgainWhenAPersonAsks() {
			given(stuck()).when(new SagaMessage.RetryAsked(PHOTO, "ada"))
				.thenItIs(COMPENSATING)
				.atTry(4)
				.saying("withdraw-photo", "discard-renditions")
				.when(withdrawn(4), discarded(4))
				.thenItIs(FAILED);
		}

		@Test
		void endsByLateAnswersEvenWhenStuck() {
			given(stuck()).when(withdrawn(3), discarded(3)).thenItIs(FAILED).saying("publication-failed");
		}

		@Test
		void beginsAnewWhenSomethingWasMadeMeanwhile() {
			given(undoingListing()).when(discarded(1), previews(3))
				.thenItIs(COMPENSATING)
				.becauseOf(Compensate.class)
				.atTry(2)
				.saying("withdraw-photo", "discard-renditions");
		}

		@Test
		void tellsTheCatalogueWhenTheFileIsToBlame() {
			given(undoingBadFile()).when(listed(1))
				.atTry(2)
				.saying(new Outgoing.WithdrawPhoto(PHOTO, 2, "publication refused"),
						new Outgoing.DiscardRenditions(PHOTO, 2));
		}

	}

	@Nested
	class LateAnswers {

		@Test
		void ofAnEarlierTryChangeNothing() {
			given(rendering()).when(timeout(RENDERING, 1), previews(1))
				.thenItIs(RENDERING)
				.becauseOf(Ignore.class)
				.sayingNothing()
				.noting("try 1");
			given(listing()).when(timeout(LISTING, 1), listed(1)).thenItIs(LISTING).becauseOf(Ignore.class);
		}

		@Test
		void ofALaterTryChangeNothingEither() {
			given(listing()).when(listed(7)).thenItIs(LISTING).becauseOf(Ignore.class);
		}

		@Test
		void toAnEarlierStepChangeNothing() {
			given(listing()).when(previews(1)).thenItIs(LISTING).becauseOf(Ignore.class).sayingNothing();
		}

		@Test
		void beforeTheirStepChangeNothing() {
			given(analysing()).when(listed(1)).thenItIs(ANALYSING).becauseOf(Ignore.class);
		}

		@Test
		void thatNameSomethingMadeAreCleanedUp() {
			given(failed()).when(previews(3))
				.thenItIs(FAILED)
				.becauseOf(Ignore.class)
				.saying("discard-renditions")
				.when(saleSizes(3))
				.saying("discard-renditions")
				.when(listed(3))
				.thenItIs(FAILED)
				.saying("withdraw-photo");
		}

		@Test
		void ofAPersonComeTooLate() {
			given(rendering()).when(refusedByMia()).thenItIs(RENDERING).becauseOf(Ignore.class);
		}

		@Test
		void ofTheUploadAreRepeats() {
			given(rendering()).when(uploaded()).thenItIs(RENDERING).becauseOf(Ignore.class).noting("told again");
		}

		@Test
		void neverLeaveTheEnd() {
			for (Publication ended : List.of(published(), failed())) {
				for (SagaMessage message : everything()) {
					given(ended).when(message).thenItIs(ended.state()).becauseOf(Ignore.class);
				}
			}
		}

		private List<SagaMessage> everything() {
			return List.of(uploaded(), approved(1), unusable(1), approvedByMia(), refusedByMia(), previews(1),
					saleSizes(1), failedForNow(1), failedForGood(1, "truncated-file"), listed(1), withdrawn(1),
					discarded(1), archived(1), timeout(ANALYSING, 1), new SagaMessage.RetryAsked(PHOTO, "ada"),
					new SagaMessage.LateOrder(PHOTO, 1));
		}

	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "LISTING", "COMPENSATING", "RENDERING" })
	void refusesAWayThatIsNotInTheTable(PublicationState state) {
		assertThatIllegalStateException().isThrownBy(() -> rendering().enter(state, rendering().step()))
			.withMessageContaining("from RENDERING to " + state);
	}

}
