package io.safelight.publication;

import io.safelight.messaging.Committer;
import io.safelight.messaging.audit.AuditTrail;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.SagaMessage;

/**
 * Tries the current step of a publication again now, after a person has mended what kept
 * it from getting on. Thread-safe.
 */
public class RetryPublication {

	private final Publications publications;

	private final RunPublication run;

	private final Committer committer;

	private final AuditTrail trail;

	RetryPublication(Publications publications, RunPublication run, Committer committer, AuditTrail trail) {
		this.publications = publications;
		this.run = run;
		this.committer = committer;
		this.trail = trail;
	}

	/**
	 * Tries again.
	 * @param photoId which photo
	 * @param by who asks
	 * @throws UnknownPublicationException if there is no such photo
	 * @throws NotWaitingException if it has come to its end
	 */
	public void retry(String photoId, String by) {
		Publication publication = this.publications.get(photoId);
		if (publication.state().isFinal()) {
			throw new NotWaitingException(publication);
		}
		SagaMessage asked = new SagaMessage.RetryAsked(photoId, by);
		AuditTrail.Subject photo = new AuditTrail.Subject("photo", photoId, Long.toString(publication.version() + 1));
		this.committer.commit(this.run.decide(publication, asked, Occasion.person("retry-asked", by))
			.and(this.trail.entry(by, "retry", photo, null, "The step " + publication.state() + " is tried again.")));
	}

}
