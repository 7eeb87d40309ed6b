package io.safelight.publication.web;

import java.time.Instant;
import java.util.List;

import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.Reason;

/**
 * A publication in a list.
 *
 * @param photoId which photo
 * @param contributorId whose
 * @param fileName its name at home
 * @param title what it is called
 * @param state where it is
 * @param done whether nothing more will happen
 * @param uploadedAt when the upload was complete
 * @param since when the current step began
 * @param reasons why it was refused
 */
record PublicationSummary(String photoId, String contributorId, String fileName, String title, PublicationState state,
		boolean done, Instant uploadedAt, Instant since, List<Reason> reasons) {

	static PublicationSummary of(Publication publication) {
		return new PublicationSummary(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), publication.photo().title(), publication.state(),
				publication.state().isFinal(), publication.photo().uploadedAt(), publication.step().begun(),
				publication.ending().reasons());
	}

}
