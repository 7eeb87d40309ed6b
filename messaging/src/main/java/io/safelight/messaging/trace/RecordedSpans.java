package io.safelight.messaging.trace;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span.Kind;
import io.micrometer.tracing.Tracer;
import io.safelight.messaging.TraceContext;

/**
 * Records each step as a span: {@code create} when a message is decided, {@code send} and
 * {@code process} as its children. Names and attributes are those of OpenTelemetry's
 * conventions for messaging
 * (https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/), which are
 * still in development and therefore stand here alone.
 */
public final class RecordedSpans implements Tracing {

	private final Tracer tracer;

	public RecordedSpans(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public String decided(String type, String destination, String messageId, String cause) {
		io.micrometer.tracing.Span span = begin("create", Kind.PRODUCER, new Message(type, messageId, cause, false),
				destination);
		span.end();
		return traceparent(span.context());
	}

	@Override
	public Span sending(Message message, String destination) {
		return new Recorded(begin("send", Kind.PRODUCER, message, destination));
	}

	@Override
	public Span handling(Message message, String queue) {
		io.micrometer.tracing.Span span = begin("process", Kind.CONSUMER, message, queue);
		Tracer.SpanInScope scope = this.tracer.withSpan(span);
		Recorded recorded = new Recorded(span);
		return new LoggedSpan(traceparent(span.context()), new Span() {

			@Override
			public void failed(String reason) {
				recorded.failed(reason);
			}

			@Override
			public void close() {
				scope.close();
				recorded.close();
			}

		});
	}

	private io.micrometer.tracing.Span begin(String operation, Kind kind, Message message, String destination) {
		io.micrometer.tracing.Span.Builder span = this.tracer.spanBuilder()
			.name(operation + " " + message.type())
			.kind(kind)
			.tag("messaging.operation.type", operation)
			.tag("messaging.system", "aws_sqs")
			.tag("messaging.destination.name", destination)
			.tag("messaging.message.id", message.id());
		if (!TraceContext.isValid(message.traceparent())) {
			return span.setNoParent().start();
		}
		io.micrometer.tracing.TraceContext parent = this.tracer.traceContextBuilder()
			.traceId(TraceContext.traceId(message.traceparent()))
			.spanId(TraceContext.spanId(message.traceparent()))
			.sampled(TraceContext.isSampled(message.traceparent()))
			.build();
		return message.late() ? span.setNoParent().addLink(new Link(parent)).start() : span.setParent(parent).start();
	}

	private static String traceparent(io.micrometer.tracing.TraceContext context) {
		return TraceContext.of(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
	}

	/** What a trace store is shown; where it came from stands in the log. */
	private static final class Failure extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Failure(String reason) {
			super(reason, null, false, false);
		}

	}

	private record Recorded(io.micrometer.tracing.Span span) implements Span {

		@Override
		public void failed(String reason) {
			this.span.error(new Failure(reason));
		}

		@Override
		public void close() {
			this.span.end();
		}

	}

}
