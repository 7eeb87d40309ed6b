package io.safelight.publication.saga;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
import io.safelight.publication.saga.SagaMessage.SaleSizesGenerated;
import io.safelight.publication.saga.SagaMessage.StepTimedOut;

/**
 * What a publication may hear, and publications at every step, each brought there by the
 * saga itself.
 */
public final class PublicationFixtures {

	public static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	public static final String PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

	public static final SagaRules RULES = new SagaRules(Duration.ofSeconds(60), Duration.ofDays(7),
			Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(5),
			Duration.ofSeconds(3), Duration.ofSeconds(15), 3);

	private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

	private static final PublicationSaga SAGA = new PublicationSaga(RULES);

	private PublicationFixtures() {
	}

	public static OriginalFile original() {
		return new OriginalFile("safelight-incoming", "ana/" + PHOTO, SHA256, 1_109_778, "image/jpeg", 4272, 2848);
	}

	public static PhotoUploaded uploaded() {
		return uploaded(PHOTO, "ana");
	}

	public static PhotoUploaded uploaded(String photoId, String contributorId) {
		return new PhotoUploaded(photoId, contributorId, "sunset.jpg", "Sunset over the bay", List.of("sunset", "sea"),
				original());
	}

	static AnalysisDone approved(int epoch) {
		return new AnalysisDone(PHOTO, epoch, analysis("Nothing speaks against it."), new Verdict.Approved());
	}

	public static AnalysisDone undecided(String photoId, int epoch) {
		return new AnalysisDone(photoId, epoch, analysis("not evaluated"), new Verdict.NeedsPerson());
	}

	static AnalysisDone refused(int epoch) {
		return new AnalysisDone(PHOTO, epoch, analysis("Hate Symbols, 97 % sure"),
				new Verdict.Refused(List.of(Reason.of(RejectionCode.CONTENT_NOT_ALLOWED))));
	}

	private static Analysis analysis(String why) {
		return new Analysis(List.of(new Label("Sea", 98.2)), true, List.of(), false, 1, 0, why, null, "\"etag\"");
	}

	static FileUnusable unusable(int epoch) {
		return new FileUnusable(PHOTO, epoch, Reason.of(RejectionCode.TRUNCATED_FILE));
	}

	static ModerationDecided approvedByMia() {
		return new ModerationDecided(PHOTO, true, List.of(), "mia");
	}

	static ModerationDecided refusedByMia() {
		return new ModerationDecided(PHOTO, false, List.of(Reason.of(RejectionCode.NOT_SHARP)), "mia");
	}

	public static PublicRenditionsGenerated previews(int epoch) {
		return new PublicRenditionsGenerated(PHOTO, epoch, List.of(rendition("w320")), List.of(new Colour("1f4e79", 1)),
				"1QcSHQRnh493V4dIh4eXh1h4kJUI", "AACAPwAAAD8AAIA+", 4272, 2848);
	}

	public static SaleSizesGenerated saleSizes(int epoch) {
		return new SaleSizesGenerated(PHOTO, epoch, List.of(rendition("full")));
	}

	private static Rendition rendition(String name) {
		return new Rendition(name, "safelight-public", PHOTO + "/" + name, "image/jpeg", 320, 213, 21_034, SHA256);
	}

	static RenditionFailed failedForNow(int epoch) {
		return new RenditionFailed(PHOTO, epoch, "public", false, "busy", "Out of memory.");
	}

	static RenditionFailed failedForGood(int epoch, String code) {
		return new RenditionFailed(PHOTO, epoch, "public", true, code, "The file ends in the middle of the picture.");
	}

	public static PhotoListed listed(int epoch) {
		return new PhotoListed(PHOTO, epoch);
	}

	static PhotoWithdrawn withdrawn(int epoch) {
		return new PhotoWithdrawn(PHOTO, epoch);
	}

	static RenditionsDiscarded discarded(int epoch) {
		return new RenditionsDiscarded(PHOTO, epoch);
	}

	static OriginalArchived archived(int epoch) {
		return new OriginalArchived(PHOTO, epoch,
				new ArchivedOriginal("safelight-originals", PHOTO + "/" + SHA256, SHA256, "GLACIER"));
	}

	static StepTimedOut timeout(PublicationState state, int epoch) {
		return new StepTimedOut(PHOTO, state, epoch);
	}

	static Publication analysing() {
		return SAGA.begin(uploaded(), NOW, NOW).publication();
	}

	static Publication moderating() {
		return after(analysing(), undecided(PHOTO, 1));
	}

	static Publication rendering() {
		return after(analysing(), approved(1));
	}

	static Publication listing() {
		return after(rendering(), previews(1), saleSizes(1));
	}

	static Publication archiving() {
		return after(listing(), listed(1));
	}

	static Publication published() {
		return after(archiving(), archived(1));
	}

	/** Given up at the listing: both steps are to be undone. */
	static Publication undoingListing() {
		return after(listing(), timeout(PublicationState.LISTING, 1), timeout(PublicationState.LISTING, 2),
				timeout(PublicationState.LISTING, 3));
	}

	/** Refused while it was rendered: the renditions are to be undone. */
	static Publication undoingBadFile() {
		return after(rendering(), failedForGood(1, "truncated-file"));
	}

	static Publication failed() {
		return after(undoingListing(), withdrawn(1), discarded(1));
	}

	static Publication stuck() {
		return after(undoingListing(), timeout(PublicationState.COMPENSATING, 1),
				timeout(PublicationState.COMPENSATING, 2), timeout(PublicationState.COMPENSATING, 3));
	}

	static Publication after(Publication publication, SagaMessage... messages) {
		Publication next = publication;
		for (SagaMessage message : messages) {
			next = SAGA.decide(next, message, NOW).publication();
		}
		return next;
	}

}
