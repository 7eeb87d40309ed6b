package io.safelight.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.safelight.acceptance.Collector.Span;
import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a trace store is shown.
 */
@Order(2)
class TracingEndToEndTests {

	private static final String REQUEST = "00f067aa0ba902b7";

	private final String traceId = UUID.randomUUID().toString().replace("-", "");

	@Test
	void oneTraceLeadsFromTheRequestToTheLastConsumer() throws Exception {
		Marketplace marketplace = Marketplace.running();
		assumeTrue(Marketplace.isOwn(), "its traces go elsewhere");
		User ana = marketplace.user("ana");
		byte[] bytes = JpegFile.of(Photographs.fetched().mosaic(1500, 1000)).withComments(this.traceId).bytes();
		Upload upload = Upload.opened(ana, "traced.jpg", "A photo with a trace", bytes, "trace").sent();
		User.Answer completed = ana.post("/api/upload/v1/uploads/" + upload.id() + "/complete", Map.of(), "traceparent",
				"00-" + this.traceId + "-" + REQUEST + "-01");
		assertThat(completed.status()).as(completed.text()).isEqualTo(202);
		assertThat(upload.ended().path("state").asString()).isEqualTo("PUBLISHED");
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			List<Span> spans = Collector.trace(this.traceId);
			assertThat(spans).extracting(Span::service, Span::name)
				.contains(tuple("upload-service", "create photo-uploaded.v1"),
						tuple("upload-service", "send photo-uploaded.v1"),
						tuple("publication-service", "process photo-uploaded.v1"),
						tuple("imaging-service", "process generate-sale-sizes.v1"),
						tuple("catalog", "process list-photo.v1"), tuple("search", "process photo-listed.v1"),
						tuple("purchase-service", "process photo-listed.v1"),
						tuple("notification-service", "process photo-published.v1"),
						tuple("upload-service", "process photo-published.v1"));
			assertThat(spans).filteredOn((span) -> span.parentId().equals(REQUEST))
				.extracting(Span::service)
				.containsExactly("gateway");
			assertThat(withoutParent(spans)).isEmpty();
		});
	}

	private static List<Span> withoutParent(List<Span> spans) {
		Set<String> known = spans.stream().map(Span::id).collect(Collectors.toSet());
		known.add(REQUEST);
		return spans.stream().filter((span) -> !known.contains(span.parentId())).toList();
	}

}
