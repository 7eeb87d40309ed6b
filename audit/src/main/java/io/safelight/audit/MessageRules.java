package io.safelight.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.safelight.audit.Evidence.Message;
import io.safelight.audit.Evidence.Subscription;

/**
 * The promise of messages: what was said is heard by all who listen, and what may be said
 * once is said once.
 */
final class MessageRules {

	private static final String HEARD = "every message is handled by all who listen";

	private static final String ONCE = "what happens once is told once";

	/** What happens to a photo, an order or a licence once in its life. */
	private static final Set<String> TOLD_ONCE = Set.of("photo-uploaded.v1", "upload-abandoned.v1",
			"photo-published.v1", "photo-rejected.v1", "publication-failed.v1", "order-paid.v1", "licence-issued.v1",
			"purchase-ready.v1", "download-consumed.v1");

	void judge(Evidence evidence, Instant handledIfSentBefore, Report report) {
		evidence.messages().forEach((service, rows) -> {
			long pending = rows.stream().filter(Message::isPending).count();
			report.check(pending == 0, "outboxes are drained", service, pending + " messages are pending");
			long parked = rows.stream().filter(Message::isParked).count();
			if (parked > 0) {
				report.remark(service + " has parked " + parked + " messages that it could not handle");
			}
		});
		evidence.deadLetters()
			.forEach((queue, messages) -> report.check(messages == 0, "dead-letter queues are empty", queue,
					messages + " messages lie in it"));
		heard(evidence, handledIfSentBefore, report);
		toldOnce(evidence, report);
	}

	/** Handled or set aside: either way it is known to whoever listens. */
	private static void heard(Evidence evidence, Instant sentBefore, Report report) {
		Map<String, Set<String>> known = new HashMap<>();
		evidence.messages()
			.forEach((service, rows) -> known.put(service,
					rows.stream()
						.filter((row) -> row.isHandled() || row.isSetAside())
						.map(Message::identity)
						.collect(Collectors.toCollection(HashSet::new))));
		Map<String, List<Subscription>> listeners = evidence.subscriptions()
			.stream()
			.collect(Collectors.groupingBy(Subscription::topic));
		evidence.messages().forEach((sender, rows) -> {
			for (Message said : rows) {
				if (said.isSaid() && said.wasSentBefore(sentBefore)) {
					listeners.getOrDefault(said.topic(), List.of())
						.stream()
						.filter((listener) -> said.type() != null && listener.gets(said.type()))
						.forEach((listener) -> report.check(
								known.getOrDefault(listener.service(), Set.of()).contains(said.identity()), HEARD,
								said.type() + " " + said.identity(),
								listener.service() + " has neither handled it nor set it aside"));
				}
			}
		});
	}

	private static void toldOnce(Evidence evidence, Report report) {
		evidence.messages()
			.forEach((sender, rows) -> rows.stream()
				.filter((row) -> row.isSaid() && row.type() != null && TOLD_ONCE.contains(row.type())
						&& row.aggregateId() != null)
				.collect(Collectors.groupingBy((row) -> row.type() + " of " + row.aggregateId(), Collectors.counting()))
				.forEach((subject, times) -> report.checkOnce(times == 1, ONCE, subject, times + " times")));
	}

}
