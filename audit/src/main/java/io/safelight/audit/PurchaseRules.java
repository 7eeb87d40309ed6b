package io.safelight.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.safelight.audit.Evidence.Booking;
import io.safelight.audit.Evidence.Charge;
import io.safelight.audit.Evidence.Licence;
import io.safelight.audit.Evidence.Link;
import io.safelight.audit.Evidence.Order;
import io.safelight.audit.Evidence.StoredObject;

/**
 * The promises to buyers: paid once, one copy, each link at most once, and books that
 * balance.
 */
final class PurchaseRules {

	private static final String PAID_ONCE = "each order is charged once";

	private static final String BALANCED = "the books balance";

	private static final String ONE_COPY = "each licence has one copy";

	private static final String ONE_CLAIM = "each link is consumed at most once";

	void judge(Evidence evidence, Report report) {
		Map<String, List<Charge>> charges = evidence.charges()
			.stream()
			.collect(Collectors.groupingBy(Charge::reference));
		Map<String, Licence> licences = evidence.licences()
			.stream()
			.collect(Collectors.toMap(Licence::licenceId, (licence) -> licence));
		Set<String> booked = evidence.ledger().stream().map(Booking::orderId).collect(Collectors.toSet());
		evidence.orders().forEach((order) -> order(order, charges, booked, licences, report));
		balanced(evidence, report);
		evidence.licences().forEach((licence) -> copy(evidence, licence, report));
		orphanCopies(evidence, report);
		claims(evidence, licences.keySet(), report);
	}

	private static void order(Order order, Map<String, List<Charge>> charges, Set<String> booked,
			Map<String, Licence> licences, Report report) {
		String subject = "order " + order.orderId();
		if (order.state().equals("PAID")) {
			List<Charge> own = charges.getOrDefault(order.orderId(), List.of());
			report.check(
					!own.isEmpty() && own.getFirst().amount() == order.total().amount()
							&& own.getFirst().currency().equals(order.total().currency()),
					PAID_ONCE, subject, own + " for " + order.total());
			report.checkOnce(own.size() <= 1, PAID_ONCE, subject, own.size() + " charges");
			report.check(booked.contains(order.orderId()), BALANCED, subject, "it is paid and nothing is booked");
			order.lines()
				.forEach((line) -> report.check(licences.containsKey(line.licenceId()), ONE_COPY, subject,
						"licence " + line.licenceId() + " was not issued"));
		}
	}

	private static void balanced(Evidence evidence, Report report) {
		evidence.ledger()
			.stream()
			.collect(Collectors.groupingBy((booking) -> booking.orderId() + " in " + booking.currency(),
					Collectors.summingLong(Booking::amount)))
			.forEach((order, sum) -> report.check(sum == 0, BALANCED, "order " + order,
					"its bookings add up to " + sum));
	}

	private static void copy(Evidence evidence, Licence licence, Report report) {
		String subject = "licence " + licence.licenceId();
		if (licence.state().equals("READY")) {
			StoredObject copy = (licence.copy() != null)
					? evidence.bucket(licence.copy().bucket()).get(licence.copy().key()) : null;
			report.check(copy != null && licence.copy() != null && copy.bytes() == licence.copy().bytes(), ONE_COPY,
					subject, "its encrypted copy is not there as it was made");
			long copies = evidence.bucket("safelight-purchases")
				.keySet()
				.stream()
				.filter((key) -> key.contains(licence.licenceId()))
				.count();
			report.checkOnce(copies <= 1, ONE_COPY, subject, "it has " + copies + " copies");
		}
	}

	private static void orphanCopies(Evidence evidence, Report report) {
		Set<String> known = evidence.licences().stream().map(Licence::licenceId).collect(Collectors.toSet());
		evidence.bucket("safelight-purchases")
			.keySet()
			.forEach((key) -> report.checkGone(known.stream().anyMatch(key::contains), "no object is an orphan",
					"safelight-purchases/" + key, "no licence has it"));
	}

	/**
	 * What was said counts, not only what the row says now: a second claim would have
	 * been told of.
	 */
	private static void claims(Evidence evidence, Set<String> licences, Report report) {
		List<Evidence.Message> said = evidence.messages().getOrDefault("purchase", List.of());
		for (Link link : evidence.links()) {
			String subject = "link " + link.linkId();
			long consumed = said.stream()
				.filter((message) -> "download-consumed.v1".equals(message.type()))
				.filter((message) -> message.body() != null && message.body().contains(link.linkId()))
				.count();
			report.checkOnce(consumed <= 1, ONE_CLAIM, subject, "it was consumed " + consumed + " times");
			report.check(licences.contains(link.licenceId()), ONE_CLAIM, subject, "its licence does not exist");
		}
	}

}
