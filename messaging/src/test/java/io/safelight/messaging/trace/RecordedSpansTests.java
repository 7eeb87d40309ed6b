package io.safelight.messaging.trace;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.TraceContext;
import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.TracedSender;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedSpansTests {

	private static final String REQUEST = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	private final List<SpanData> spans = new CopyOnWriteArrayList<>();

	private final RecordedSpans tracing = new RecordedSpans(new OtelTracer(SdkTracerProvider.builder()
		.addSpanProcessor(SimpleSpanProcessor.create(new Kept(this.spans)))
		.build()
		.get("test"), new OtelCurrentTraceContext(), (event) -> {
		}));

	private final MutableClock clock = new MutableClock();

	private static Tracing.Message message(String traceparent, boolean late) {
		return new Tracing.Message("word-said.v1", "m-1", traceparent, late);
	}

	private SpanData span(String name) {
		return this.spans.stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void hangsADecisionUnderItsCauseAndTheHandlingUnderTheDecision() {
		String carried = this.tracing.decided("word-said.v1", "words", "m-1", REQUEST);
		this.tracing.sending(message(carried, false), "words").close();
		this.tracing.handling(message(carried, false), "listeners").close();
		SpanData create = span("create word-said.v1");
		assertThat(create.getParentSpanId()).isEqualTo(TraceContext.spanId(REQUEST));
		assertThat(TraceContext.spanId(carried)).isEqualTo(create.getSpanId());
		assertThat(List.of(span("send word-said.v1"), span("process word-said.v1"))).allSatisfy((span) -> {
			assertThat(span.getTraceId()).isEqualTo(TraceContext.traceId(REQUEST));
			assertThat(span.getParentSpanId()).isEqualTo(create.getSpanId());
			assertThat(span.getLinks()).isEmpty();
		});
	}

	@Test
	void givesWhatIsLateATraceOfItsOwnThatNamesTheOldOne() {
		this.tracing.handling(message(REQUEST, true), "listeners").close();
		SpanData process = span("process word-said.v1");
		assertThat(process.getTraceId()).isNotEqualTo(TraceContext.traceId(REQUEST));
		assertThat(process.getParentSpanId()).isEqualTo(SpanId.getInvalid());
		assertThat(process.getLinks()).singleElement()
			.satisfies(
					(link) -> assertThat(link.getSpanContext().getTraceId()).isEqualTo(TraceContext.traceId(REQUEST)));
	}

	@Test
	void letsWhatIsDecidedMeanwhileBelongToTheHandling() {
		try (Tracing.Span handling = this.tracing.handling(message(REQUEST, false), "listeners")) {
			Cause cause = Cause.request("c");
			assertThat(TraceContext.traceId(cause.traceparent())).isEqualTo(TraceContext.traceId(REQUEST));
			assertThat(MDC.get("traceId")).isEqualTo(TraceContext.traceId(REQUEST));
			this.tracing.decided("word-heard.v1", "ears", "m-2", cause.traceparent());
			handling.failed("deaf");
		}
		SpanData process = span("process word-said.v1");
		assertThat(span("create word-heard.v1").getParentSpanId()).isEqualTo(process.getSpanId());
		assertThat(process.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(MDC.get("traceId")).isNull();
	}

	@Test
	void beginsATraceWhereNothingLedToTheMessage() {
		this.tracing.decided("word-said.v1", "words", "m-1", "");
		assertThat(span("create word-said.v1").getParentSpanId()).isEqualTo(SpanId.getInvalid());
	}

	@Test
	void keepsWhatOneTimerSaysInOneTrace() {
		Changes changes = Changes.none()
			.publish(OutgoingMessage.to("words", "word-said.v1", "a", 1, new Said("one")))
			.publish(OutgoingMessage.to("words", "word-heard.v1", "a", 1, new Said("two")));
		List<OutboxMessage> rows = outbox().rows(changes, new Cause("c", "c", ""));
		assertThat(rows).extracting((row) -> TraceContext.traceId(row.traceparent()))
			.doesNotContain("")
			.containsOnly(span("create word-said.v1").getTraceId());
	}

	@Test
	void sendsWhatWaitedForLongInATraceOfItsOwnAndSaysWhatWasRefused() {
		Changes changes = Changes.none().publish(OutgoingMessage.to("words", "word-said.v1", "a", 1, new Said("one")));
		List<OutboxMessage> rows = outbox().rows(changes, new Cause("c", "c", REQUEST));
		TracedSender refusing = new TracedSender((destination, messages) -> List.of(), this.tracing, this.clock);
		this.clock.advance(Duration.ofMinutes(6));
		refusing.send(Destination.topic("words"), rows);
		SpanData send = span("send word-said.v1");
		assertThat(send.getTraceId()).isNotEqualTo(TraceContext.traceId(REQUEST));
		assertThat(send.getLinks()).hasSize(1);
		assertThat(send.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	private Outbox outbox() {
		return new Outbox(new InMemoryStore(), "talking", new OutboxProperties(2, Duration.ofSeconds(30),
				Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(7)), this.clock, false, this.tracing);
	}

	private record Said(String word) {
	}

	private record Kept(List<SpanData> spans) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> more) {
			this.spans.addAll(more);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
