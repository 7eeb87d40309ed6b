package io.safelight.publication.saga;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.safelight.publication.saga.SagaDecision.Compensate;
import io.safelight.publication.saga.SagaDecision.Finish;
import io.safelight.publication.saga.SagaDecision.Ignore;
import io.safelight.publication.saga.SagaDecision.Proceed;

import static io.safelight.publication.saga.PublicationState.COMPENSATING;
import static io.safelight.publication.saga.PublicationState.COMPENSATION_STUCK;
import static io.safelight.publication.saga.PublicationState.FAILED;
import static io.safelight.publication.saga.PublicationState.REJECTED;

/**
 * The part of the saga that gives up: what was made is removed, and only then the end is
 * told.
 */
final class Undoing {

	private final SagaRules rules;

	Undoing(SagaRules rules) {
		this.rules = rules;
	}

	SagaDecision undone(Publication publication, Undo undo, String note, Instant now) {
		Publication next = publication.ending(publication.ending().undone(undo));
		if (!next.ending().undoing().isEmpty()) {
			return new Proceed(next, List.of(), note);
		}
		return next.ending().reasons().isEmpty()
				? new Finish(next.end(FAILED, now), List.of(failed(next)), note + " Everything is undone.")
				: new Finish(next.end(REJECTED, now), List.of(rejected(next)), note + " Everything is undone.");
	}

	SagaDecision giveUp(Publication publication, Instant now) {
		if (publication.state() == COMPENSATING) {
			return new Compensate(publication.enter(COMPENSATION_STUCK, publication.step().ended(now)), List.of(),
					"It could not be undone. A person has to look.");
		}
		String problem = problem(publication);
		Publication failed = publication.ending(publication.ending().because(problem));
		return undoAfter(publication.state()).isEmpty()
				? new Finish(failed.end(FAILED, now), List.of(failed(failed)), problem)
				: compensate(failed, problem, now);
	}

	/**
	 * Something was made after it had been given up: it is removed again. While undoing
	 * is under way the whole of it begins anew, as the confirmation that is waited for
	 * may have been given before.
	 */
	SagaDecision orphaned(Publication publication, Undo undo, Instant now) {
		String note = "This came after the publication was given up. It is removed again.";
		if (publication.state() != COMPENSATING) {
			return new Ignore(publication, List.of(StepCommands.undoing(publication, undo)), note);
		}
		Publication next = publication.ending(publication.ending().toUndoAgain(undo))
			.at(publication.step().afresh(now, this.rules.allowed(COMPENSATING, 1)));
		return new Compensate(next, StepCommands.of(next), note);
	}

	SagaDecision compensate(Publication publication, String note, Instant now) {
		Publication next = publication.ending(publication.ending().undoing(undoAfter(publication.state())))
			.enter(COMPENSATING, Step.first(now, this.rules.allowed(COMPENSATING, 1)));
		return new Compensate(next, StepCommands.of(next), note);
	}

	/** What may have been made by the time that a step fails. */
	private static Set<Undo> undoAfter(PublicationState step) {
		return switch (step) {
			case RENDERING -> EnumSet.of(Undo.RENDITIONS);
			case LISTING -> EnumSet.of(Undo.LISTING, Undo.RENDITIONS);
			default -> EnumSet.noneOf(Undo.class);
		};
	}

	private static String problem(Publication publication) {
		String tries = " after " + publication.step().tries() + " tries.";
		return switch (publication.state()) {
			case ANALYSING -> "The picture could not be analysed" + tries;
			case MODERATING -> "Nobody decided about the picture" + tries;
			case RENDERING -> "The renditions could not be made" + tries;
			default -> "The picture could not be put on sale" + tries;
		};
	}

	static Outgoing rejected(Publication publication) {
		return new Outgoing.PhotoRejected(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), publication.ending().reasons());
	}

	private static Outgoing failed(Publication publication) {
		return new Outgoing.PublicationFailed(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), String.valueOf(publication.ending().problem()));
	}

}
