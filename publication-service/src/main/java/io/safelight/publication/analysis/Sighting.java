package io.safelight.publication.analysis;

import java.util.List;

import io.safelight.publication.moderation.SeenLabel;
import io.safelight.publication.saga.Label;
import io.safelight.publication.saga.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a picture.
 *
 * @param labels what is in it
 * @param labelsEvaluated whether anybody looked for that
 * @param moderationLabels what speaks against it
 * @param moderationEvaluated whether anybody looked for that
 * @param quality how good it is technically, if measured
 */
record Sighting(List<Label> labels, boolean labelsEvaluated, List<SeenLabel> moderationLabels,
		boolean moderationEvaluated, @Nullable Quality quality) {
}
