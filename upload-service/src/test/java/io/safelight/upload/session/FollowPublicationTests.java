package io.safelight.upload.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.upload.inspection.Pictures;
import io.safelight.upload.message.PhotoPublished;
import io.safelight.upload.message.PhotoRejected;
import io.safelight.upload.message.PublicationFailed;
import io.safelight.upload.session.BeginUpload.Outcome;
import org.junit.jupiter.api.Test;

import static io.safelight.upload.session.UploadScenario.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FollowPublicationTests {

	private static final byte[] FILE = Pictures.file("jpg", 40, 30);

	private static final MessageContext CONTEXT = new MessageContext(UUID.randomUUID().toString(),
			new MessageType("photo-published.v1"), "safelight.publication", Instant.EPOCH,
			new Metadata("x", 1, "x", "x", "", "ana"), 1);

	private final UploadScenario scenario = new UploadScenario();

	@Test
	void notesThatItIsPublishedAndKeepsTheBytesTaken() {
		Upload uploaded = this.scenario.uploaded(FILE);
		apply(this.scenario.follow.on(new PhotoPublished(uploaded.id().toString(), "ana"), CONTEXT));
		assertThat(this.scenario.now(uploaded).state()).isEqualTo(UploadState.PUBLISHED);
		assertThat(this.scenario.incoming.isEmpty()).isTrue();
		assertThat(this.scenario.begin.begin(ANA, null, uploaded.declaration(), null))
			.isEqualTo(new Outcome.Duplicate(uploaded.id()));
	}

	@Test
	void letsTheSameBytesComeAgainAfterARejection() {
		Upload uploaded = this.scenario.uploaded(FILE);
		apply(this.scenario.follow.on(rejected(uploaded), CONTEXT));
		assertThat(this.scenario.now(uploaded).state()).isEqualTo(UploadState.REJECTED);
		assertThat(this.scenario.now(uploaded).progress().reasons())
			.containsExactly(new Reason("truncated-file", "It ends early.", "Export it again."));
		assertThat(this.scenario.incoming.isEmpty()).isTrue();
		assertThat(this.scenario.uploaded(FILE).state()).isEqualTo(UploadState.UPLOADED);
	}

	@Test
	void letsTheSameBytesComeAgainAfterAFailure() {
		Upload uploaded = this.scenario.uploaded(FILE);
		apply(this.scenario.follow.on(new PublicationFailed(uploaded.id().toString(), "ana", "Gave up."), CONTEXT));
		assertThat(this.scenario.now(uploaded).state()).isEqualTo(UploadState.FAILED);
		assertThat(this.scenario.uploaded(FILE).state()).isEqualTo(UploadState.UPLOADED);
	}

	@Test
	void changesNothingAfterTheFirstEnd() {
		Upload uploaded = this.scenario.uploaded(FILE);
		apply(this.scenario.follow.on(new PhotoPublished(uploaded.id().toString(), "ana"), CONTEXT));
		assertThat(this.scenario.follow.on(new PhotoPublished(uploaded.id().toString(), "ana"), CONTEXT))
			.isEqualTo(Changes.none());
		assertThat(this.scenario.follow.on(rejected(uploaded), CONTEXT)).isEqualTo(Changes.none());
		assertThat(this.scenario.fingerprints.find(ANA, uploaded.declaration().sha256())).isPresent();
	}

	@Test
	void doesNotReleaseBytesThatAnotherPhotoHasTakenMeanwhile() {
		Upload first = this.scenario.uploaded(FILE);
		apply(this.scenario.follow.on(rejected(first), CONTEXT));
		Upload second = this.scenario.uploaded(FILE);
		assertThat(this.scenario.fingerprints.released(first)).isEqualTo(Changes.none());
		assertThat(this.scenario.fingerprints.find(ANA, FILE_HASH)).contains(second.id());
	}

	@Test
	void cannotHandleAPhotoThatItNeverHad() {
		assertThatExceptionOfType(UnprocessableMessageException.class).isThrownBy(
				() -> this.scenario.follow.on(new PhotoPublished(UUID.randomUUID().toString(), "ana"), CONTEXT));
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> this.scenario.follow.on(new PhotoPublished("no id", "ana"), CONTEXT));
	}

	@Test
	void cannotHandleAPhotoThatIsNotComplete() {
		Upload begun = this.scenario.begun(FILE);
		assertThatExceptionOfType(UnprocessableMessageException.class)
			.isThrownBy(() -> this.scenario.follow.on(new PhotoPublished(begun.id().toString(), "ana"), CONTEXT));
		assertThat(this.scenario.incoming.parts(begun)).isPresent();
	}

	private static final Sha256 FILE_HASH = UploadScenario.declaration(FILE).sha256();

	private static PhotoRejected rejected(Upload upload) {
		return new PhotoRejected(upload.id().toString(), "ana",
				List.of(new PhotoRejected.Reason("truncated-file", "It ends early.", "Export it again.")));
	}

	private void apply(Changes changes) {
		this.scenario.store.commit(changes.writes(), UUID.randomUUID().toString());
	}

}
