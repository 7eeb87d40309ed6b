package io.safelight.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Judges evidence: a pure function, so that the running system, its simulations and its
 * tests are all judged by the same code.
 */
public final class Auditor {

	/** Whoever has not handled a message by then has missed it. */
	private static final Duration MOST_FOR_A_MESSAGE = Duration.ofMinutes(15);

	private final PhotoRules photos = new PhotoRules();

	private final PurchaseRules purchases = new PurchaseRules();

	private final MessageRules messages = new MessageRules();

	private final RestRules rest = new RestRules();

	/**
	 * Checks every promise of a system that is at work: what is still on its way is not
	 * judged yet.
	 * @param evidence what the stores say
	 * @return what is kept and what is broken
	 */
	public Report judge(Evidence evidence) {
		return judge(evidence, evidence.takenAt().minus(MOST_FOR_A_MESSAGE));
	}

	/**
	 * Checks every promise of a system in which nothing is on its way any more: whatever
	 * has not come to its end is lost.
	 * @param evidence what the stores say
	 * @return what is kept and what is broken
	 */
	public Report judgeAtRest(Evidence evidence) {
		Report report = judge(evidence, Instant.MAX);
		this.rest.judge(evidence, report);
		return report;
	}

	private Report judge(Evidence evidence, Instant handledIfSentBefore) {
		Report report = new Report();
		this.photos.judge(evidence, report);
		this.purchases.judge(evidence, report);
		this.messages.judge(evidence, handledIfSentBefore, report);
		return report;
	}

}
