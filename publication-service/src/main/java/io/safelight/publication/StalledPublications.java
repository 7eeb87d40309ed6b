package io.safelight.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Committer;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.SagaMessage.StepTimedOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for publications whose step has passed its deadline, and lets the saga decide
 * what becomes of them. Several instances may do so at the same time: the version decides
 * which one it was. Thread-safe.
 *
 * <p>
 * Meters: {@code publication.overdue} (past the deadline by a minute and still not
 * handled: nobody sweeps), {@code publication.stuck} (a person has to look) and
 * {@code publication.timeouts}.
 */
class StalledPublications {

	private static final Logger log = LoggerFactory.getLogger(StalledPublications.class);

	private static final Duration LATE = Duration.ofSeconds(60);

	private static final int MOST_COUNTED = 1000;

	private final Publications publications;

	private final RunPublication run;

	private final Committer committer;

	private final UnreadAnswers unread;

	private final Clock clock;

	private final AtomicInteger overdue = new AtomicInteger();

	private final AtomicInteger stuck = new AtomicInteger();

	private final Counter timeouts;

	StalledPublications(Publications publications, RunPublication run, Committer committer, UnreadAnswers unread,
			Clock clock, MeterRegistry meters) {
		this.publications = publications;
		this.run = run;
		this.committer = committer;
		this.unread = unread;
		this.clock = clock;
		this.timeouts = meters.counter("publication.timeouts");
		meters.gauge("publication.overdue", this.overdue);
		meters.gauge("publication.stuck", this.stuck);
	}

	/** One pass. */
	void sweep() {
		Instant now = this.clock.instant();
		List<Publication> due = this.publications.dueAt(now);
		this.overdue.set((int) due.stream().filter((late) -> late.step().isDue(now.minus(LATE))).count());
		if (!due.isEmpty() && !this.unread.areMany()) {
			due.forEach((publication) -> timeOut(publication.photoId(), now));
		}
		this.stuck.set(this.publications.stuck(MOST_COUNTED, null).items().size());
	}

	/**
	 * The index may show what was true a moment ago, so the row itself is asked. One that
	 * fails must not keep the others waiting.
	 */
	private void timeOut(String photoId, Instant now) {
		try {
			this.publications.find(photoId)
				.filter((publication) -> publication.step().isDue(now))
				.ifPresent(this::timeOut);
		}
		catch (ConditionFailedException ex) {
			log.debug("{} has moved on meanwhile", photoId);
		}
		catch (RuntimeException ex) {
			log.warn("The timeout of {} is tried again: {}", photoId, ex.toString());
		}
	}

	private void timeOut(Publication publication) {
		StepTimedOut timeout = new StepTimedOut(publication.photoId(), publication.state(), publication.step().epoch());
		this.committer.commit(this.run.decide(publication, timeout, Occasion.of(timeout)));
		this.timeouts.increment();
		log.debug("{} got no answer at {} (try {})", publication.photoId(), publication.state(),
				publication.step().tries());
	}

}
