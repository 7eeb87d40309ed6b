package io.safelight.publication;

import java.util.List;
import java.util.stream.Collectors;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
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

	private final AuditTrail trail;

	ModeratePhoto(Publications publications, RunPublication run, Committer committer, AuditTrail trail) {
		this.publications = publications;
		this.run = run;
		this.committer = committer;
		this.trail = trail;
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
		SagaMessage.ModerationDecided decided = new SagaMessage.ModerationDecided(photoId, approved, reasons,
				moderator);
		@Nullable ConditionFailedException moved = null;
		for (int i = 0; i < TRIES; i++) {
			Publication publication = waiting(photoId);
			try {
				Occasion occasion = Occasion.person("moderation-decided", moderator);
				this.committer.commit(this.run.decide(publication, decided, occasion).and(entry(publication, decided)));
				return;
			}
			catch (ConditionFailedException ex) {
				moved = ex;
			}
		}
		throw (moved != null) ? moved : new IllegalStateException("unreachable");
	}

	private Changes entry(Publication publication, SagaMessage.ModerationDecided decided) {
		String codes = decided.reasons().stream().map(Reason::code).collect(Collectors.joining(", "));
		return this.trail.entry(decided.moderator(), decided.approved() ? "approve" : "reject",
				new AuditTrail.Subject("photo", publication.photoId(), Long.toString(publication.version() + 1)),
				codes.isEmpty() ? null : codes,
				decided.approved() ? "It may be sold." : "Its photographer reads the reasons.");
	}

	private Publication waiting(String photoId) {
		Publication publication = this.publications.get(photoId);
		if (publication.state() != PublicationState.MODERATING) {
			throw new NotWaitingException(publication);
		}
		return publication;
	}

}
