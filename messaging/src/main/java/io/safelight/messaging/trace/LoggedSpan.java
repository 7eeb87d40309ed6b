package io.safelight.messaging.trace;

import io.safelight.messaging.Cause;
import io.safelight.messaging.TraceContext;
import org.slf4j.MDC;

/**
 * A span whose ids stand in the logging context of its thread, where {@link Cause} finds
 * them too.
 */
final class LoggedSpan implements Tracing.Span {

	private final Tracing.Span span;

	private final MDC.MDCCloseable traceparent;

	private final MDC.MDCCloseable traceId;

	LoggedSpan(String traceparent, Tracing.Span span) {
		this.span = span;
		this.traceparent = MDC.putCloseable(Cause.TRACEPARENT, traceparent);
		this.traceId = MDC.putCloseable("traceId", TraceContext.traceId(traceparent));
	}

	@Override
	public void failed(String reason) {
		this.span.failed(reason);
	}

	@Override
	public void close() {
		this.traceparent.close();
		this.traceId.close();
		this.span.close();
	}

}
