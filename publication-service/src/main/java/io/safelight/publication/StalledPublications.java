package io.safelight.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaMessage.NotYetItsTurn;
import io.safelight.publication.saga.SagaMessage.StepTimedOut;
import io.safelight.publication.saga.SagaRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for publications whose step has passed its deadline, and lets the saga decide
 * what becomes of them. Several instances may do so at the same time: the version decides
 * which one it was. Thread-safe.
 */
class StalledPublications {

	private static final Logger log = LoggerFactory.getLogger(StalledPublications.class);

	private static final Duration LATE = Duration.ofSeconds(60);

	private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);

	private static final int MOST_COUNTED = 1000;

	private final Publications publications;

	private final RunPublication run;

	private final Committer committer;

	private final UnreadAnswers unread;

	private final SagaRules rules;

	private final Clock clock;

	private final SagaMeters meters;

	private volatile long rendering;

	private volatile Instant countedAt = Instant.MIN;

	StalledPublications(Publications publications, RunPublication run, Committer committer, UnreadAnswers unread,
			SagaRules rules, Clock clock, SagaMeters meters) {
		this.publications = publications;
		this.run = run;
		this.committer = committer;
		this.unread = unread;
		this.rules = rules;
		this.clock = clock;
		this.meters = meters;
	}

	/** One pass. */
	void sweep() {
		Instant now = this.clock.instant();
		count(now);
		List<Publication> due = this.publications.dueAt(now);
		long overdue = due.stream().filter((late) -> late.step().isDue(now.minus(LATE))).count();
		if (!due.isEmpty() && !this.unread.areMany()) {
			due.forEach((publication) -> timeOut(publication.photoId(), now));
		}
		this.meters.late(overdue, this.publications.stuck(MOST_COUNTED, null).items().size());
	}

	/** Once a minute, as it reads everything that is under way. */
	private void count(Instant now) {
		if (this.countedAt.isBefore(now.minus(COUNTED_EVERY))) {
			this.countedAt = now;
			Map<PublicationState, Long> active = this.publications.active();
			this.rendering = active.getOrDefault(PublicationState.RENDERING, 0L);
			this.meters.active(active);
		}
	}

	/**
	 * The index may show what was true a moment ago, so the row itself is asked. One that
	 * fails must not keep the others waiting.
	 */
	private void timeOut(String photoId, Instant now) {
		try {
			this.publications.find(photoId)
				.filter((publication) -> publication.step().isDue(now))
				.ifPresent((publication) -> timeOut(publication, now));
		}
		catch (ConditionFailedException ex) {
			log.debug("{} has moved on meanwhile", photoId);
		}
		catch (RuntimeException ex) {
			log.warn("The timeout of {} is tried again: {}", photoId, ex.toString());
		}
	}

	private void timeOut(Publication publication, Instant now) {
		if (this.rules.mayStillHaveItsTurn(publication, this.rendering, now)) {
			NotYetItsTurn early = new NotYetItsTurn(publication.photoId(), publication.step().epoch(),
					this.rules.turn(publication, this.rendering));
			this.committer.commit(this.run.decide(publication, early, Occasion.of(early)));
		}
		else {
			timeOut(publication);
		}
	}

	private void timeOut(Publication publication) {
		StepTimedOut timeout = new StepTimedOut(publication.photoId(), publication.state(), publication.step().epoch());
		this.committer.commit(this.run.decide(publication, timeout, Occasion.of(timeout)));
		this.meters.timedOut();
		log.debug("{} got no answer at {} (try {})", publication.photoId(), publication.state(),
				publication.step().tries());
	}

}
