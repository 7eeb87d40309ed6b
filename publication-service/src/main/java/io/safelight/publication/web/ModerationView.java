package io.safelight.publication.web;

import java.time.Instant;
import java.util.List;

import io.safelight.publication.saga.Analysis;
import io.safelight.publication.saga.Label;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.Quality;
import org.jspecify.annotations.Nullable;

/**
 * A photo that waits for a person's decision.
 *
 * @param photoId which photo
 * @param contributorId whose
 * @param fileName its name at home
 * @param title what it is called
 * @param keywords the photographer's words
 * @param waitingSince since when
 * @param risk how much speaks against it, 0 to 100
 * @param why why a person is asked
 * @param labels what is seen in it
 * @param moderationLabels what speaks against it
 * @param quality how good it is technically
 * @param policyVersion the version of the rules that asked for a person
 * @param width pixels of the original
 * @param height pixels of the original
 * @param picture where a small copy can be had
 */
record ModerationView(String photoId, String contributorId, String fileName, String title, List<String> keywords,
		Instant waitingSince, int risk, String why, List<Label> labels, List<Label> moderationLabels,
		@Nullable Quality quality, int policyVersion, int width, int height, String picture) {

	static ModerationView of(Publication publication) {
		Analysis analysis = publication.work().analysis();
		if (analysis == null) {
			throw new IllegalStateException(publication.photoId() + " waits for a person without an analysis");
		}
		return new ModerationView(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), publication.photo().title(), publication.photo().keywords(),
				publication.step().begun(), analysis.risk(), analysis.why(), analysis.labels(),
				analysis.moderationLabels(), analysis.quality(), analysis.policyVersion(),
				publication.photo().original().width(), publication.photo().original().height(),
				"/v1/moderation/" + publication.photoId() + "/picture");
	}

}
