package io.safelight.publication.saga;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.safelight.publication.saga.SagaDecision.Compensate;
import io.safelight.publication.saga.SagaDecision.Finish;
import io.safelight.publication.saga.SagaDecision.Ignore;
import io.safelight.publication.saga.SagaDecision.Proceed;
import io.safelight.publication.saga.SagaMessage.AnalysisDone;
import io.safelight.publication.saga.SagaMessage.FileUnusable;
import io.safelight.publication.saga.SagaMessage.ModerationDecided;
import io.safelight.publication.saga.SagaMessage.OriginalArchived;
import io.safelight.publication.saga.SagaMessage.PhotoListed;
import io.safelight.publication.saga.SagaMessage.PhotoUploaded;
import io.safelight.publication.saga.SagaMessage.PhotoWithdrawn;
import io.safelight.publication.saga.SagaMessage.PublicRenditionsGenerated;
import io.safelight.publication.saga.SagaMessage.RenditionFailed;
import io.safelight.publication.saga.SagaMessage.RenditionsDiscarded;
import io.safelight.publication.saga.SagaMessage.RetryAsked;
import io.safelight.publication.saga.SagaMessage.SaleSizesGenerated;
import io.safelight.publication.saga.SagaMessage.StepTimedOut;

import static io.safelight.publication.saga.PublicationState.ANALYSING;
import static io.safelight.publication.saga.PublicationState.ARCHIVING;
import static io.safelight.publication.saga.PublicationState.COMPENSATING;
import static io.safelight.publication.saga.PublicationState.COMPENSATION_STUCK;
import static io.safelight.publication.saga.PublicationState.FAILED;
import static io.safelight.publication.saga.PublicationState.LISTING;
import static io.safelight.publication.saga.PublicationState.MODERATING;
import static io.safelight.publication.saga.PublicationState.PUBLISHED;
import static io.safelight.publication.saga.PublicationState.REJECTED;
import static io.safelight.publication.saga.PublicationState.RENDERING;

/**
 * The upload saga: what follows when a publication hears something. No I/O, no clock, no
 * memory; thread-safe.
 *
 * <p>
 * {@link #decide} is the table. What is not in it changes nothing: an answer to an
 * earlier try, a repeat, an answer that nobody waits for any more.
 */
public final class PublicationSaga {

	private final SagaRules rules;

	public PublicationSaga(SagaRules rules) {
		this.rules = rules;
	}

	/** A photo has come in. */
	public SagaDecision begin(PhotoUploaded uploaded, Instant uploadedAt, Instant now) {
		Publication publication = Publication.begin(uploaded.photoId(), Photo.of(uploaded, uploadedAt),
				Step.first(now, this.rules.allowed(ANALYSING, 1)));
		return new Proceed(publication, StepCommands.of(publication), "The photo has arrived. It is looked at next.");
	}

	/**
	 * What follows from a message.
	 * @param publication as it is
	 * @param message what it hears
	 * @param now the time
	 */
	public SagaDecision decide(Publication publication, SagaMessage message, Instant now) {
		return switch (message) {
			case AnalysisDone done when publication.awaits(ANALYSING, done.epoch()) ->
				analysed(publication.having(publication.work().with(done.analysis())), done, now);
			case FileUnusable file when publication.awaits(ANALYSING, file.epoch()) ->
				refuse(publication, List.of(file.reason()), List.of(), now);
			case ModerationDecided decided when publication.state() == MODERATING ->
				moderated(publication, decided, now);
			case PublicRenditionsGenerated made when publication.awaits(RENDERING, made.epoch()) ->
				rendered(publication.having(publication.work().with(made.made())), "The previews are made.", now);
			case SaleSizesGenerated made when publication.awaits(RENDERING, made.epoch()) ->
				rendered(publication.having(publication.work().withSaleSizes(made.sizes())),
						"The sizes for sale are made.", now);
			case RenditionFailed failed when publication.awaits(RENDERING, failed.epoch()) ->
				notRendered(publication, failed, now);
			case PhotoListed listed when publication.awaits(LISTING, listed.epoch()) ->
				go(publication, ARCHIVING, List.of(), "It is on sale. The original goes to the archive.", now);
			case OriginalArchived kept when publication.awaits(ARCHIVING, kept.epoch()) ->
				published(publication.having(publication.work().with(kept.archived())), kept.archived(), now);
			case PhotoWithdrawn withdrawn when publication.undoes(withdrawn.epoch()) ->
				undone(publication, Undo.LISTING, "It is off sale.", now);
			case RenditionsDiscarded discarded when publication.undoes(discarded.epoch()) ->
				undone(publication, Undo.RENDITIONS, "The renditions are deleted.", now);
			case StepTimedOut late when publication.awaits(late.state(), late.epoch()) -> timedOut(publication, now);
			case RetryAsked asked when !publication.state().isFinal() -> askedAgain(publication, now);
			case PublicRenditionsGenerated orphan when publication.state().isWithdrawn() ->
				orphaned(publication, Undo.RENDITIONS, now);
			case SaleSizesGenerated orphan when publication.state().isWithdrawn() ->
				orphaned(publication, Undo.RENDITIONS, now);
			case PhotoListed orphan when publication.state().isWithdrawn() -> orphaned(publication, Undo.LISTING, now);
			default -> new Ignore(publication, List.of(), Ignored.because(publication, message));
		};
	}

	private SagaDecision analysed(Publication publication, AnalysisDone done, Instant now) {
		Analysis analysis = done.analysis();
		List<Outgoing> event = List.of(new Outgoing.PhotoAnalysed(publication.photoId(),
				publication.photo().contributorId(), analysis.labels(), analysis.labelsEvaluated(),
				analysis.moderationEvaluated(), analysis.policyVersion()));
		return switch (done.verdict()) {
			case Verdict.Approved approved -> go(publication, RENDERING, event, analysis.why(), now);
			case Verdict.NeedsPerson person -> go(publication, MODERATING, event, analysis.why(), now);
			case Verdict.Refused refused -> refuse(publication, refused.reasons(), event, now);
		};
	}

	private SagaDecision moderated(Publication publication, ModerationDecided decided, Instant now) {
		return decided.approved() ? go(publication, RENDERING, List.of(), "A moderator has approved it.", now)
				: refuse(publication, decided.reasons(), List.of(), now);
	}

	private SagaDecision rendered(Publication publication, String note, Instant now) {
		return publication.work().isRendered() ? go(publication, LISTING, List.of(), note + " It goes on sale.", now)
				: new Proceed(publication, List.of(), note);
	}

	private SagaDecision notRendered(Publication publication, RenditionFailed failed, Instant now) {
		if (!failed.permanent()) {
			return new Proceed(publication.at(publication.step().dueAt(now.plus(this.rules.pause()))), List.of(),
					"The " + failed.kind() + " renditions failed for now: " + failed.reason());
		}
		Ending ending = RejectionCode.ofFault(failed.code())
			.map((code) -> publication.ending().refusedFor(List.of(Reason.of(code, failed.reason(), code.repair()))))
			.orElseGet(() -> publication.ending().because("The renditions cannot be made: " + failed.reason()));
		return compensate(publication.ending(ending), failed.reason(), now);
	}

	private SagaDecision published(Publication publication, ArchivedOriginal original, Instant now) {
		Photo photo = publication.photo();
		return new Finish(
				publication.end(PUBLISHED, now), List.of(new Outgoing.PhotoPublished(publication.photoId(),
						photo.contributorId(), photo.fileName(), photo.title(), now, original)),
				"The original is in the archive. Everything is in place.");
	}

	/** Before anything was made there is nothing to undo. */
	private SagaDecision refuse(Publication publication, List<Reason> reasons, List<Outgoing> first, Instant now) {
		Publication refused = publication.ending(publication.ending().refusedFor(reasons)).end(REJECTED, now);
		List<Outgoing> messages = new ArrayList<>(first);
		messages.add(rejected(refused));
		return new Finish(refused, messages, reasons.getFirst().message());
	}

	private SagaDecision undone(Publication publication, Undo undo, String note, Instant now) {
		Publication next = publication.ending(publication.ending().undone(undo));
		if (!next.ending().undoing().isEmpty()) {
			return new Proceed(next, List.of(), note);
		}
		return next.ending().reasons().isEmpty()
				? new Finish(next.end(FAILED, now), List.of(failed(next)), note + " Everything is undone.")
				: new Finish(next.end(REJECTED, now), List.of(rejected(next)), note + " Everything is undone.");
	}

	private SagaDecision timedOut(Publication publication, Instant now) {
		boolean again = publication.step().tries() < this.rules.tries() || publication.state().isPastPivot();
		return again ? tryAgain(publication, now) : giveUp(publication, now);
	}

	private SagaDecision tryAgain(Publication publication, Instant now) {
		int tries = publication.step().tries() + 1;
		Publication next = publication.at(publication.step().again(now, allowed(publication.state(), tries)));
		return new Proceed(next, StepCommands.of(next), "No answer in time. Try " + tries + " begins.");
	}

	private SagaDecision giveUp(Publication publication, Instant now) {
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

	private SagaDecision askedAgain(Publication publication, Instant now) {
		Publication next = (publication.state() == COMPENSATION_STUCK)
				? publication.enter(COMPENSATING, publication.step()) : publication;
		next = next.at(publication.step().afresh(now, allowed(next.state(), 1)));
		return new Proceed(next, StepCommands.of(next), "Somebody asked to try again.");
	}

	/**
	 * Something was made after it had been given up: it is removed again. While undoing
	 * is under way the whole of it begins anew, as the confirmation that is waited for
	 * may have been given before.
	 */
	private SagaDecision orphaned(Publication publication, Undo undo, Instant now) {
		String note = "This came after the publication was given up. It is removed again.";
		if (publication.state() != COMPENSATING) {
			return new Ignore(publication, List.of(StepCommands.undoing(publication, undo)), note);
		}
		Publication next = publication.ending(publication.ending().toUndoAgain(undo))
			.at(publication.step().afresh(now, allowed(COMPENSATING, 1)));
		return new Compensate(next, StepCommands.of(next), note);
	}

	private SagaDecision compensate(Publication publication, String note, Instant now) {
		Publication next = publication.ending(publication.ending().undoing(undoAfter(publication.state())))
			.enter(COMPENSATING, Step.first(now, allowed(COMPENSATING, 1)));
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

	private SagaDecision go(Publication publication, PublicationState state, List<Outgoing> first, String note,
			Instant now) {
		Publication next = publication.enter(state, Step.first(now, allowed(state, 1)));
		List<Outgoing> messages = new ArrayList<>(first);
		messages.addAll(StepCommands.of(next));
		return new Proceed(next, messages, note);
	}

	private java.time.Duration allowed(PublicationState state, int tries) {
		return Objects.requireNonNull(this.rules.allowed(state, tries), () -> state + " waits for something");
	}

	private String problem(Publication publication) {
		String tries = " after " + publication.step().tries() + " tries.";
		return switch (publication.state()) {
			case ANALYSING -> "The picture could not be analysed" + tries;
			case MODERATING -> "Nobody decided about the picture" + tries;
			case RENDERING -> "The renditions could not be made" + tries;
			default -> "The picture could not be put on sale" + tries;
		};
	}

	private static Outgoing rejected(Publication publication) {
		return new Outgoing.PhotoRejected(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), publication.ending().reasons());
	}

	private static Outgoing failed(Publication publication) {
		return new Outgoing.PublicationFailed(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), String.valueOf(publication.ending().problem()));
	}

}
