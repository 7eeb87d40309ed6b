package io.safelight.publication.saga;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What is said to begin a step or to try it again. Only what is still missing is asked
 * for.
 */
final class StepCommands {

	private StepCommands() {
	}

	static List<Outgoing> of(Publication publication) {
		return switch (publication.state()) {
			case ANALYSING -> List.of(new Outgoing.AnalysePhoto(publication.photoId(), publication.step().epoch()));
			case MODERATING -> List.of(moderation(publication));
			case RENDERING -> renditions(publication);
			case LISTING -> List.of(listing(publication));
			case ARCHIVING -> List.of(new Outgoing.ArchiveOriginal(publication.photoId(), publication.step().epoch()));
			case COMPENSATING -> publication.ending()
				.undoing()
				.stream()
				.sorted(Comparator.naturalOrder())
				.map((undo) -> undoing(publication, undo))
				.toList();
			case PUBLISHED, REJECTED, FAILED, COMPENSATION_STUCK -> List.of();
		};
	}

	static Outgoing undoing(Publication publication, Undo undo) {
		int epoch = publication.step().epoch();
		return switch (undo) {
			case LISTING -> new Outgoing.WithdrawPhoto(publication.photoId(), epoch,
					publication.ending().reasons().isEmpty() ? "publication failed" : "publication refused");
			case RENDITIONS -> new Outgoing.DiscardRenditions(publication.photoId(), epoch);
		};
	}

	private static Outgoing moderation(Publication publication) {
		Analysis analysis = Objects.requireNonNull(publication.work().analysis(), "moderated after the analysis");
		return new Outgoing.ModerationRequested(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), analysis.risk(), analysis.why());
	}

	private static List<Outgoing> renditions(Publication publication) {
		List<Outgoing> missing = new ArrayList<>();
		int epoch = publication.step().epoch();
		if (publication.work().publicRenditions() == null) {
			missing.add(new Outgoing.GeneratePublicRenditions(publication.photoId(), epoch,
					publication.photo().original()));
		}
		if (publication.work().saleSizes() == null) {
			missing.add(new Outgoing.GenerateSaleSizes(publication.photoId(), epoch, publication.photo().original()));
		}
		return missing;
	}

	private static Outgoing listing(Publication publication) {
		Photo photo = publication.photo();
		Analysis analysis = Objects.requireNonNull(publication.work().analysis(), "listed after the analysis");
		PublicRenditions shown = Objects.requireNonNull(publication.work().publicRenditions(), "listed when rendered");
		List<Rendition> sold = Objects.requireNonNull(publication.work().saleSizes(), "listed when rendered");
		return new Outgoing.ListPhoto(publication.photoId(), publication.step().epoch(), photo.contributorId(),
				photo.title(), photo.keywords(), analysis.labels(), shown.colours(), shown.width(), shown.height(),
				shown.placeholder(), shown.fingerprint(), shown.renditions(), sold);
	}

}
