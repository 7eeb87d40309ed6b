package io.safelight.service;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the request's trace into the logging context, from where the messages that the
 * request leads to take it. Where spans are recorded, that is the request's span;
 * elsewhere the caller's {@code traceparent} is continued if it is well formed (W3C Trace
 * Context), or a trace begins here.
 */
final class RequestTraceFilter extends OncePerRequestFilter {

	private static final Pattern TRACEPARENT = Pattern
		.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	private static final int TRACE_START = 3;

	private static final int TRACE_END = 35;

	private final @Nullable Tracer tracer;

	RequestTraceFilter(@Nullable Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Span span = (this.tracer != null) ? this.tracer.currentSpan() : null;
		String trace = (span != null) ? trace(span.context()) : trace(request.getHeader("traceparent"));
		try (MDC.MDCCloseable traceparent = MDC.putCloseable("traceparent", trace);
				MDC.MDCCloseable traceId = MDC.putCloseable("traceId", trace.substring(TRACE_START, TRACE_END))) {
			chain.doFilter(request, response);
		}
	}

	private static String trace(TraceContext span) {
		return "00-" + span.traceId() + "-" + span.spanId() + (Boolean.TRUE.equals(span.sampled()) ? "-01" : "-00");
	}

	static String trace(@Nullable String header) {
		if (header != null && TRACEPARENT.matcher(header).matches()) {
			return header;
		}
		return "00-" + hex() + hex() + "-" + hex() + "-01";
	}

	private static String hex() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
	}

}
