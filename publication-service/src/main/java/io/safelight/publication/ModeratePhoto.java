package io.safelight.publication;

import java.util.List;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.Reason;
import io.safelight.publication.saga.SagaMessage;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a photo. Thread-safe.
 */
public class ModeratePhoto {

	private static final int TRIES = 3;

	private final Publications publications;

	private final RunPublication run;

	private final Committer committer;

	ModeratePhoto(Publications publications, RunPublication run, Committer committer) {
		this.publications = publications;
		this.run = run;
		this.committer = committer;
	}

	/**
	 * Decides.
	 * @param photoId which photo
	 * @param approved may it be sold?
	 * @param reasons why not; at least one if not
	 * @param moderator who decides
	 * @throws UnknownPublicationException if there is no such photo
	 * @throws NotWaitingException if nobody waits for a decision about it
	 */
	public void moderate(String photoId, boolean approved, List<Reason> reasons, String moderator) {
		SagaMessage decided = new SagaMessage.ModerationDecided(photoId, approved, reasons, moderator);
		@Nullable ConditionFailedException moved = null;
		for (int i = 0; i < TRIES; i++) {
			Publication publication = waiting(photoId);
			try {
				this.committer
					.commit(this.run.decide(publication, decided, Occasion.person("moderation-decided", moderator)));
				return;
			}
			catch (ConditionFailedException ex) {
				moved = ex;
			}
		}
		throw (moved != null) ? moved : new IllegalStateException("unreachable");
	}

	private Publication waiting(String photoId) {
		Publication publication = this.publications.get(photoId);
		if (publication.state() != PublicationState.MODERATING) {
			throw new NotWaitingException(publication);
		}
		return publication;
	}

}
