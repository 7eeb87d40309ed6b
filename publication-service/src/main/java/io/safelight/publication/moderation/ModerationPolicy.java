package io.safelight.publication.moderation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.safelight.publication.saga.Reason;
import io.safelight.publication.saga.RejectionCode;
import io.safelight.publication.saga.Verdict;

/**
 * Three bands for each label: it passes, a person decides, it is refused. A label without
 * a band of its own is judged by its parent's, and by the general one where that has none
 * either. Pure and thread-safe.
 */
public final class ModerationPolicy {

	private final int version;

	private final WhenNotEvaluated whenNotEvaluated;

	private final Band otherwise;

	private final Map<String, Band> bands;

	/**
	 * A policy.
	 * @param version counts the changes of these rules
	 * @param whenNotEvaluated what to do when nobody has looked
	 * @param otherwise for labels that the bands do not name
	 * @param bands by label
	 */
	public ModerationPolicy(int version, WhenNotEvaluated whenNotEvaluated, Band otherwise, Map<String, Band> bands) {
		this.version = version;
		this.whenNotEvaluated = whenNotEvaluated;
		this.otherwise = otherwise;
		this.bands = Map.copyOf(bands);
	}

	public int version() {
		return this.version;
	}

	/** Judges a picture that was looked at. */
	public Judgement judge(List<SeenLabel> labels) {
		List<SeenLabel> worstFirst = labels.stream()
			.sorted(Comparator.comparingDouble(SeenLabel::confidence).reversed())
			.toList();
		int risk = worstFirst.isEmpty() ? 0 : (int) Math.round(worstFirst.getFirst().confidence());
		List<Reason> reasons = reasons(worstFirst);
		if (!reasons.isEmpty()) {
			return new Judgement(new Verdict.Refused(reasons), risk, reasons.getFirst().message());
		}
		return worstFirst.stream()
			.filter((label) -> label.confidence() >= band(label).person())
			.findFirst()
			.map((label) -> new Judgement(new Verdict.NeedsPerson(), risk,
					"A person decides: " + describe(label) + "."))
			.orElseGet(() -> new Judgement(new Verdict.Approved(), risk,
					"Nothing speaks against it (rules version " + this.version + ")."));
	}

	/** Judges a picture that nobody has looked at for what speaks against it. */
	public Judgement judgeUnseen() {
		return switch (this.whenNotEvaluated) {
			case APPROVE -> new Judgement(new Verdict.Approved(), 0,
					"Not evaluated, and let pass (rules version " + this.version + ").");
			case PERSON -> new Judgement(new Verdict.NeedsPerson(), 0, "not evaluated");
		};
	}

	/** One reason for each thing: of a label and its parent only the finer one. */
	private List<Reason> reasons(List<SeenLabel> labels) {
		List<SeenLabel> refused = labels.stream()
			.filter((label) -> label.confidence() >= band(label).reject())
			.toList();
		List<Reason> reasons = new ArrayList<>();
		for (SeenLabel label : refused) {
			if (refused.stream().noneMatch((finer) -> label.name().equals(finer.parent()))) {
				reasons.add(reason(label));
			}
		}
		return reasons;
	}

	private Reason reason(SeenLabel label) {
		return new Reason(RejectionCode.CONTENT_NOT_ALLOWED.wireName(),
				"The picture shows something that may not be sold here: " + describe(label) + ".",
				RejectionCode.CONTENT_NOT_ALLOWED.repair(), label.name(), label.confidence(), this.version);
	}

	private String describe(SeenLabel label) {
		return String.format(Locale.ROOT, "%s, %.0f %% sure (rules version %d)", label.name(), label.confidence(),
				this.version);
	}

	private Band band(SeenLabel label) {
		return Optional.ofNullable(this.bands.get(label.name()))
			.or(() -> Optional.ofNullable(label.parent()).map(this.bands::get))
			.orElse(this.otherwise);
	}

}
