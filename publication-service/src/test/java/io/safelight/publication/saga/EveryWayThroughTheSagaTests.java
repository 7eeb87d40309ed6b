package io.safelight.publication.saga;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.safelight.publication.saga.PublicationFixtures.NOW;
import static io.safelight.publication.saga.PublicationFixtures.PHOTO;
import static io.safelight.publication.saga.PublicationFixtures.RULES;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every way through the saga, with every message in every order, repeated, late and
 * early, and looks for a place where it should not be.
 */
class EveryWayThroughTheSagaTests {

	private static final List<Way> WAYS = new ArrayList<>();

	/**
	 * One message in one place.
	 *
	 * @param from the place
	 * @param message the message
	 * @param decision what followed
	 */
	record Way(Publication from, SagaMessage message, SagaDecision decision) {

		Publication to() {
			return this.decision.publication();
		}

	}

	@BeforeAll
	static void walk() {
		PublicationSaga saga = new PublicationSaga(RULES);
		Set<Publication> seen = new HashSet<>();
		Deque<Publication> places = new ArrayDeque<>(List.of(PublicationFixtures.analysing()));
		while (!places.isEmpty()) {
			Publication place = places.poll();
			if (!seen.add(place) || place.step().epoch() > 6) {
				continue;
			}
			for (SagaMessage message : messages(place)) {
				Way way = new Way(place, message, saga.decide(place, message, NOW));
				WAYS.add(way);
				places.add(way.to());
			}
		}
	}

	private static List<SagaMessage> messages(Publication place) {
		List<SagaMessage> messages = new ArrayList<>(List.of(PublicationFixtures.uploaded(),
				PublicationFixtures.approvedByMia(), PublicationFixtures.refusedByMia(),
				PublicationFixtures.withdrawn(0), new SagaMessage.RetryAsked(PHOTO, "ada")));
		for (int epoch : new int[] { place.step().epoch(), place.step().epoch() - 1, place.step().epoch() + 1 }) {
			messages.addAll(List.of(PublicationFixtures.approved(epoch), PublicationFixtures.undecided(PHOTO, epoch),
					PublicationFixtures.refused(epoch), PublicationFixtures.unusable(epoch),
					PublicationFixtures.previews(epoch), PublicationFixtures.saleSizes(epoch),
					PublicationFixtures.failedForNow(epoch), PublicationFixtures.failedForGood(epoch, "truncated-file"),
					PublicationFixtures.failedForGood(epoch, "original-missing"), PublicationFixtures.listed(epoch),
					PublicationFixtures.withdrawn(epoch), PublicationFixtures.discarded(epoch),
					PublicationFixtures.archived(epoch), PublicationFixtures.timeout(place.state(), epoch),
					new SagaMessage.NotYetItsTurn(PHOTO, epoch, NOW.plusSeconds(60))));
		}
		return messages;
	}

	@Test
	void reachesEveryState() {
		assertThat(WAYS).extracting((way) -> way.to().state()).contains(PublicationState.values());
	}

	@Test
	void goesOnlyWhereTheTableLeads() {
		assertThat(WAYS).allSatisfy((way) -> {
			if (way.to().state() != way.from().state()) {
				assertThat(way.from().state().successors()).contains(way.to().state());
			}
		});
	}

	@Test
	void neverWaitsWithoutADeadline() {
		assertThat(WAYS).extracting(Way::to)
			.allSatisfy((place) -> assertThat(place.step().deadline() == null)
				.isEqualTo(place.state().isFinal() || place.state() == PublicationState.COMPENSATION_STUCK));
	}

	@Test
	void publishesOnlyWhatIsComplete() {
		assertThat(WAYS).extracting(Way::to)
			.filteredOn((place) -> place.state() == PublicationState.PUBLISHED)
			.isNotEmpty()
			.allSatisfy((place) -> {
				assertThat(place.work().isRendered()).isTrue();
				assertThat(place.work().archived()).isNotNull();
				assertThat(place.ending().reasons()).isEmpty();
			});
	}

	@Test
	void endsUnsoldOnlyWhenNothingIsLeftToUndo() {
		assertThat(WAYS).extracting(Way::to)
			.filteredOn(
					(place) -> place.state() == PublicationState.REJECTED || place.state() == PublicationState.FAILED)
			.isNotEmpty()
			.allSatisfy((place) -> assertThat(place.ending().undoing()).isEmpty());
	}

	@Test
	void rejectsWithReasonsAndFailsWithAProblem() {
		assertThat(WAYS).extracting(Way::to)
			.filteredOn((place) -> place.state() == PublicationState.REJECTED)
			.allSatisfy((place) -> assertThat(place.ending().reasons()).isNotEmpty());
		assertThat(WAYS).extracting(Way::to)
			.filteredOn((place) -> place.state() == PublicationState.FAILED)
			.allSatisfy((place) -> assertThat(place.ending().problem()).isNotBlank());
	}

	@Test
	void undoesNothingThatIsPastThePivot() {
		assertThat(WAYS).filteredOn((way) -> way.from().state().isPastPivot()).isNotEmpty().allSatisfy((way) -> {
			assertThat(way.to().state().isPastPivot()).isTrue();
			assertThat(way.decision().messages()).noneMatch((message) -> message instanceof Outgoing.WithdrawPhoto
					|| message instanceof Outgoing.DiscardRenditions);
		});
	}

	@Test
	void tellsTheEndOnceAndOnlyAtTheEnd() {
		assertThat(WAYS).allSatisfy((way) -> {
			long ends = way.decision()
				.messages()
				.stream()
				.filter((message) -> message instanceof Outgoing.PhotoPublished
						|| message instanceof Outgoing.PhotoRejected || message instanceof Outgoing.PublicationFailed)
				.count();
			boolean ended = way.to().state().isFinal() && !way.from().state().isFinal();
			assertThat(ends).isEqualTo(ended ? 1 : 0);
		});
	}

	@Test
	void saysEachKindOfMessageOnceAtATime() {
		assertThat(WAYS).allSatisfy(
				(way) -> assertThat(way.decision().messages()).extracting(Outgoing::type).doesNotHaveDuplicates());
	}

}
