package io.safelight.audit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds once nothing is on its way any more: everything that was begun has come to
 * an end.
 */
final class RestRules {

	private static final String ENDED = "what was begun has ended";

	private static final Set<String> UPLOAD_UNDER_WAY = Set.of("COMPLETING", "UPLOADED");

	/** A person may take a week, and one who was called may take as long as it takes. */
	private static final Set<String> WAITS_FOR_A_PERSON = Set.of("MODERATING", "COMPENSATION_STUCK");

	void judge(Evidence evidence, Report report) {
		Map<String, String> publications = evidence.publications()
			.stream()
			.collect(Collectors.toMap(Evidence.Publication::photoId, Evidence.Publication::state));
		evidence.uploads()
			.forEach((upload) -> report.check(
					!UPLOAD_UNDER_WAY.contains(upload.state())
							|| WAITS_FOR_A_PERSON.contains(publications.getOrDefault(upload.uploadId(), "")),
					ENDED, "upload " + upload.uploadId(), "it is still " + upload.state()));
		evidence.publications()
			.forEach((publication) -> report.check(
					publication.isEnded() || WAITS_FOR_A_PERSON.contains(publication.state()), ENDED,
					"photo " + publication.photoId(), "it is still " + publication.state()));
		evidence.orders()
			.forEach((order) -> report.check(!order.state().equals("PLACED"), ENDED, "order " + order.orderId(),
					"it is neither paid nor refused"));
		evidence.licences()
			.forEach((licence) -> report.check(!licence.state().equals("PREPARING"), ENDED,
					"licence " + licence.licenceId(), "its copy was not made"));
		Set<String> paid = evidence.orders()
			.stream()
			.filter((order) -> order.state().equals("PAID"))
			.map(Evidence.Order::orderId)
			.collect(Collectors.toSet());
		evidence.charges()
			.stream()
			.filter((charge) -> charge.state().equals("CHARGED"))
			.forEach((charge) -> report.check(paid.contains(charge.reference()), ENDED, "charge " + charge.reference(),
					"money was taken, and the order is not paid"));
	}

}
