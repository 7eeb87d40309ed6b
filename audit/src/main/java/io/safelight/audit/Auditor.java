package io.safelight.audit;

/**
 * Judges evidence: a pure function, so that the running system, its simulations and its
 * tests are all judged by the same code. What is still on its way is not judged yet.
 */
public final class Auditor {

	private final PhotoRules photos = new PhotoRules();

	private final PurchaseRules purchases = new PurchaseRules();

	/**
	 * Checks every promise.
	 * @param evidence what the stores say
	 * @return what is kept and what is broken
	 */
	public Report judge(Evidence evidence) {
		Report report = new Report();
		this.photos.judge(evidence, report);
		this.purchases.judge(evidence, report);
		messages(evidence, report);
		return report;
	}

	private static void messages(Evidence evidence, Report report) {
		evidence.messages().forEach((service, rows) -> {
			long pending = rows.stream().filter(Evidence.Message::isPending).count();
			report.check(pending == 0, "outboxes are drained", service, pending + " messages are pending");
			long parked = rows.stream().filter(Evidence.Message::isParked).count();
			if (parked > 0) {
				report.remark(service + " has parked " + parked + " messages that it could not handle");
			}
		});
		evidence.deadLetters()
			.forEach((queue, messages) -> report.check(messages == 0, "dead-letter queues are empty", queue,
					messages + " messages lie in it"));
	}

}
