package io.safelight.publication;

import java.util.List;

import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationFixtures;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaMessage;
import org.junit.jupiter.api.Test;

import static io.safelight.publication.saga.PublicationFixtures.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunPublicationTests {

	private final FixedRun world = new FixedRun();

	@Test
	void beginsAtVersionOneWithItsFirstMessage() {
		this.world.upload(PHOTO);
		assertThat(this.world.publications.get(PHOTO).version()).isOne();
		OutgoingMessage message = this.world.said.getFirst();
		assertThat(message.topic()).isEqualTo("safelight-publication-commands");
		assertThat(message.type().name()).isEqualTo("analyse-photo.v1");
		assertThat(message.aggregateVersion()).isOne();
		assertThat(message.tenant()).isEqualTo("ana");
	}

	@Test
	void saysEventsOnTheTopicForEvents() {
		this.world.upload(PHOTO);
		this.world.hear(PublicationFixtures.undecided(PHOTO, 1));
		assertThat(this.world.said.subList(1, 3)).extracting(OutgoingMessage::topic)
			.containsOnly("safelight-publication-events");
	}

	@Test
	void beginsOnlyOnce() {
		this.world.upload(PHOTO);
		this.world.upload(PHOTO);
		assertThat(this.world.said).hasSize(1);
		assertThat(this.world.publications.timeline(PHOTO)).extracting(TimelineEntry::ignored)
			.containsExactly(false, true);
	}

	@Test
	void wantsAnAnswerAgainThatCameBeforeItsPublication() {
		assertThatExceptionOfType(UnknownPublicationException.class)
			.isThrownBy(() -> this.world.hear(PublicationFixtures.listed(1)))
			.satisfies((ex) -> assertThat(ex.photoId()).isEqualTo(PHOTO));
	}

	@Test
	void keepsWhatItIgnores() {
		this.world.upload(PHOTO);
		this.world.hear(PublicationFixtures.listed(1));
		TimelineEntry entry = this.world.publications.timeline(PHOTO).getLast();
		assertThat(entry.ignored()).isTrue();
		assertThat(entry.from()).isEqualTo(PublicationState.ANALYSING);
		assertThat(entry.to()).isEqualTo(PublicationState.ANALYSING);
		assertThat(entry.note()).contains("ANALYSING");
		assertThat(entry.sequence()).isEqualTo("00000002");
	}

	@Test
	void refusesADecisionAboutAnOldState() {
		this.world.upload(PHOTO);
		Publication seen = this.world.publications.get(PHOTO);
		this.world.hear(PublicationFixtures.undecided(PHOTO, 1));
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> this.world
			.commit(this.world.run().decide(seen, PublicationFixtures.listed(1), new Occasion("x", "y", null))));
	}

	@Test
	void readsBackWhatItHasWritten() {
		this.world.upload(PHOTO);
		this.world.hear(PublicationFixtures.undecided(PHOTO, 1));
		this.world.hear(new SagaMessage.ModerationDecided(PHOTO, true, List.of(), "mia"));
		this.world.hear(PublicationFixtures.previews(1));
		Publication publication = this.world.publications.get(PHOTO);
		assertThat(publication.photo().original()).isEqualTo(PublicationFixtures.original());
		assertThat(publication.work().publicRenditions()).isNotNull();
		assertThat(publication.work().saleSizes()).isNull();
		assertThat(publication.step().deadline()).isEqualTo(PublicationFixtures.NOW.plusSeconds(600));
	}

	@Test
	void listsAPhotographersOwnNewestFirst() {
		for (int i = 1; i <= 3; i++) {
			this.world.now = PublicationFixtures.NOW.plusSeconds(i);
			this.world.upload("photo-" + i);
		}
		this.world.hear(PublicationFixtures.undecided("photo-2", 1));
		Page<Publication> first = this.world.publications.of("ana", null, 2, null);
		assertThat(first.items()).extracting(Publication::photoId).containsExactly("photo-3", "photo-2");
		assertThat(this.world.publications.of("ana", null, 2, first.cursor()).items()).extracting(Publication::photoId)
			.containsExactly("photo-1");
		assertThat(this.world.publications.of("ana", PublicationState.MODERATING, 9, null).items())
			.extracting(Publication::photoId)
			.containsExactly("photo-2");
		assertThat(this.world.publications.of("paul", null, 9, null).items()).isEmpty();
	}

	@Test
	void queuesForAPersonTheLongestWaitingFirst() {
		for (int i = 3; i >= 1; i--) {
			this.world.upload("photo-" + i);
		}
		for (int i : List.of(2, 3, 1)) {
			this.world.now = this.world.now.plusSeconds(1);
			this.world.hear(PublicationFixtures.undecided("photo-" + i, 1));
		}
		assertThat(this.world.publications.waitingForPerson(10, null).items()).extracting(Publication::photoId)
			.containsExactly("photo-2", "photo-3", "photo-1");
		this.world.hear(new SagaMessage.ModerationDecided("photo-3", true, List.of(), "mia"));
		assertThat(this.world.publications.waitingForPerson(10, null).items()).extracting(Publication::photoId)
			.containsExactly("photo-2", "photo-1");
	}

}
