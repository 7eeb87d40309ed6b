package io.safelight.publication.saga;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the first try of each step may take, and how often it is tried. Each further
 * try has twice the time of the one before: a queue that is long today must not turn work
 * that waits into failures.
 *
 * @param analyse looking at the picture
 * @param moderate a person's decision
 * @param render both kinds of renditions
 * @param list the catalogue's answer
 * @param archive moving the original
 * @param compensate undoing
 * @param pace how long one photo keeps imaging busy, at most
 * @param pause how soon a step that has failed for now is tried again
 * @param tries how often a step is tried before it is given up (before the pivot) or
 * becomes an alarm (after it)
 */
public record SagaRules(Duration analyse, Duration moderate, Duration render, Duration list, Duration archive,
		Duration compensate, Duration pace, Duration pause, int tries) {

	private static final int MOST_DOUBLINGS = 6;

	/**
	 * How long a try may take.
	 * @param state the step
	 * @param tries which try it is, from 1
	 * @throws IllegalArgumentException if nothing is waited for in that state
	 */
	Duration allowed(PublicationState state, int tries) {
		return first(state).multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
	}

	/**
	 * Whether a photo that is late may only not have had its turn yet: while many wait
	 * for renditions, one that waits must not be taken for one that was forgotten. One
	 * that failed had its turn.
	 * @param publication one whose deadline has passed
	 * @param waiting how many wait for renditions
	 * @param now the time
	 */
	public boolean mayStillHaveItsTurn(Publication publication, long waiting, Instant now) {
		return publication.state() == PublicationState.RENDERING && turn(publication, waiting).isAfter(now)
				&& !publication.step().isDue(wholeTime(publication).minusNanos(1));
	}

	/** When imaging must have come to it if all others were before it. */
	public Instant turn(Publication publication, long waiting) {
		return publication.step().begun().plus(this.pace.multipliedBy(waiting));
	}

	private Instant wholeTime(Publication publication) {
		return publication.step().begun().plus(allowed(publication.state(), publication.step().tries()));
	}

	/** Whether it does not get on by itself and a person has to look. */
	public boolean needsAttention(Publication publication) {
		boolean failsForLong = publication.state() == PublicationState.ARCHIVING
				&& publication.step().tries() > this.tries;
		return failsForLong || publication.state() == PublicationState.COMPENSATION_STUCK;
	}

	private Duration first(PublicationState state) {
		return switch (state) {
			case ANALYSING -> this.analyse;
			case MODERATING -> this.moderate;
			case RENDERING -> this.render;
			case LISTING -> this.list;
			case ARCHIVING -> this.archive;
			case COMPENSATING -> this.compensate;
			case PUBLISHED, REJECTED, FAILED, COMPENSATION_STUCK ->
				throw new IllegalArgumentException("Nothing is waited for in " + state);
		};
	}

}
