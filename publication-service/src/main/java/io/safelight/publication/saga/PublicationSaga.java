package io.safelight.publication.saga;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.safelight.publication.saga.SagaDecision.Finish;
import io.safelight.publication.saga.SagaDecision.Ignore;
import io.safelight.publication.saga.SagaDecision.Proceed;
import io.safelight.publication.saga.SagaMessage.AnalysisDone;
import io.safelight.publication.saga.SagaMessage.FileUnusable;
import io.safelight.publication.saga.SagaMessage.ModerationDecided;
import io.safelight.publication.saga.SagaMessage.NotYetItsTurn;
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

	private final Undoing undoing;

	public PublicationSaga(SagaRules rules) {
		this.rules = rules;
		this.undoing = new Undoing(rules);
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
				this.undoing.undone(publication, Undo.LISTING, "It is off sale.", now);
			case RenditionsDiscarded discarded when publication.undoes(discarded.epoch()) ->
				this.undoing.undone(publication, Undo.RENDITIONS, "The renditions are deleted.", now);
			case StepTimedOut late when publication.awaits(late.state(), late.epoch()) && publication.isWaiting() ->
				timedOut(publication, now);
			case NotYetItsTurn early when publication.awaits(RENDERING, early.epoch()) ->
				new Proceed(publication.at(publication.step().until(early.until())), List.of(),
						"Many photos are before this one. It has more time.");
			case RetryAsked asked when !publication.state().isFinal() -> askedAgain(publication, now);
			case PublicRenditionsGenerated orphan when publication.state().isWithdrawn() ->
				this.undoing.orphaned(publication, Undo.RENDITIONS, now);
			case SaleSizesGenerated orphan when publication.state().isWithdrawn() ->
				this.undoing.orphaned(publication, Undo.RENDITIONS, now);
			case PhotoListed orphan when publication.state().isWithdrawn() ->
				this.undoing.orphaned(publication, Undo.LISTING, now);
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
		return this.undoing.compensate(publication.ending(ending), failed.reason(), now);
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
		messages.add(Undoing.rejected(refused));
		return new Finish(refused, messages, reasons.getFirst().message());
	}

	private SagaDecision timedOut(Publication publication, Instant now) {
		boolean again = publication.step().tries() < this.rules.tries() || publication.state().isPastPivot();
		return again ? tryAgain(publication, now) : this.undoing.giveUp(publication, now);
	}

	private SagaDecision tryAgain(Publication publication, Instant now) {
		int tries = publication.step().tries() + 1;
		Publication next = publication
			.at(publication.step().again(now, this.rules.allowed(publication.state(), tries)));
		return new Proceed(next, StepCommands.of(next), "No answer in time. Try " + tries + " begins.");
	}

	private SagaDecision askedAgain(Publication publication, Instant now) {
		Publication next = (publication.state() == COMPENSATION_STUCK)
				? publication.enter(COMPENSATING, publication.step()) : publication;
		next = next.at(publication.step().afresh(now, this.rules.allowed(next.state(), 1)));
		return new Proceed(next, StepCommands.of(next), "Somebody asked to try again.");
	}

	private SagaDecision go(Publication publication, PublicationState state, List<Outgoing> first, String note,
			Instant now) {
		Publication next = publication.enter(state, Step.first(now, this.rules.allowed(state, 1)));
		List<Outgoing> messages = new ArrayList<>(first);
		messages.addAll(StepCommands.of(next));
		return new Proceed(next, messages, note);
	}

}
