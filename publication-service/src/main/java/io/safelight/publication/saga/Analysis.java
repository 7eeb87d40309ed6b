package io.safelight.publication.saga;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found when the picture was looked at.
 *
 * @param labels what is seen in it
 * @param labelsEvaluated whether anybody looked for that at all
 * @param moderationLabels what speaks against selling it
 * @param moderationEvaluated whether anybody looked for that at all
 * @param policyVersion the version of the rules that it was judged by
 * @param risk how much speaks against it, 0 to 100
 * @param why the judgement in words
 * @param quality how good it is technically, if that was measured
 * @param etag the entity tag of the very object that was read: the archive copies this
 * one or nothing
 */
public record Analysis(List<Label> labels, boolean labelsEvaluated, List<Label> moderationLabels,
		boolean moderationEvaluated, int policyVersion, int risk, String why, @Nullable Quality quality,
		@Nullable String etag) {

	public Analysis {
		labels = List.copyOf(labels);
		moderationLabels = List.copyOf(moderationLabels);
	}

}
