package io.safelight.publication;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.safelight.publication.moderation.Band;
import io.safelight.publication.moderation.ModerationPolicy;
import io.safelight.publication.moderation.WhenNotEvaluated;
import io.safelight.publication.saga.SagaRules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of this service.
 *
 * @param deadlines how long the first try of each step may take
 * @param tries how often a step is tried
 * @param renderingPace how long one photo keeps imaging busy, at most: when many wait,
 * each has this much more time for every other
 * @param pause how soon a step that has failed for now is tried again
 * @param sweepInterval how often deadlines are looked at
 * @param concurrentAnalyses how many originals are fetched and decoded at a time
 * @param patientBacklog with more messages than this in the queue nothing is late
 * @param originals the bucket for originals
 * @param moderation the rules
 */
@ConfigurationProperties("safelight.publication")
record PublicationProperties(@DefaultValue Deadlines deadlines, @DefaultValue("3") int tries,
		@DefaultValue("3s") Duration renderingPace, @DefaultValue("15s") Duration pause,
		@DefaultValue("5s") Duration sweepInterval, @DefaultValue("2") int concurrentAnalyses,
		@DefaultValue("100") int patientBacklog, @DefaultValue("safelight-originals") String originals,
		@DefaultValue Moderation moderation) {

	SagaRules rules() {
		return new SagaRules(this.deadlines.analyse(), this.deadlines.moderate(), this.deadlines.render(),
				this.deadlines.list(), this.deadlines.archive(), this.deadlines.compensate(), this.renderingPace,
				this.pause, this.tries);
	}

	/**
	 * How long the first try of each step may take; each further one has twice the time.
	 *
	 * @param analyse looking at the picture
	 * @param moderate a person's decision
	 * @param render both kinds of renditions
	 * @param list the catalogue's answer
	 * @param archive moving the original
	 * @param compensate undoing
	 */
	record Deadlines(@DefaultValue("60s") Duration analyse, @DefaultValue("7d") Duration moderate,
			@DefaultValue("10m") Duration render, @DefaultValue("60s") Duration list,
			@DefaultValue("5m") Duration archive, @DefaultValue("5m") Duration compensate) {
	}

	/**
	 * The rules for what may be sold.
	 *
	 * @param version counts their changes
	 * @param whenNotEvaluated what to do when nobody has looked
	 * @param otherwise the band of labels that are not named
	 * @param bands the bands of those that are
	 */
	record Moderation(@DefaultValue("1") int version, @DefaultValue("person") WhenNotEvaluated whenNotEvaluated,
			@DefaultValue General otherwise, @DefaultValue List<LabelBand> bands) {

		ModerationPolicy policy() {
			Map<String, Band> byLabel = this.bands.stream()
				.collect(Collectors.toMap(LabelBand::label, (band) -> new Band(band.person(), band.reject())));
			return new ModerationPolicy(this.version, this.whenNotEvaluated,
					new Band(this.otherwise.person(), this.otherwise.reject()), byLabel);
		}

	}

	/**
	 * The band of labels that are not named.
	 *
	 * @param person from which confidence a person decides
	 * @param reject from which it is refused; above 100 never
	 */
	record General(@DefaultValue("60") double person, @DefaultValue("101") double reject) {
	}

	/**
	 * The band of a label.
	 *
	 * @param label in Rekognition's taxonomy
	 * @param person from which confidence a person decides
	 * @param reject from which it is refused; above 100 never
	 */
	record LabelBand(String label, double person, double reject) {
	}

}
