package io.safelight.gateway.route;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.safelight.gateway.edge.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Which of a caller's headers a service gets to see. Whatever says something about the
 * connection or about who forwarded the request is the gateway's to say, not the
 * caller's.
 */
final class InboundHeaders implements RequestHttpHeadersFilter, Ordered {

	private static final String TRACEPARENT = "traceparent";

	/** {@code 00-}, 32 digits, and a dash. */
	private static final int WITH_TRACE_ID = 36;

	/**
	 * RFC 9110 §7.6.1, what frames the body (the client to the service does that anew),
	 * and what makes some servers believe another method, path or origin.
	 */
	private static final Set<String> DROPPED = Set.of("connection", "proxy-connection", "keep-alive", "te", "trailer",
			"transfer-encoding", "content-length", "upgrade", "http2-settings", "expect", "proxy-authorization",
			"proxy-authenticate", "proxy", "forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip",
			"x-original-url", "x-original-uri", "x-rewrite-url", "x-http-method-override", "x-http-method",
			"x-method-override", "x-request-id", TRACEPARENT);

	private static final List<String> DROPPED_FAMILIES = List.of("x-forwarded-", "x-envoy-", "x-safelight-");

	/** Before the framework's own filters, of which one drops {@code Connection}. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public HttpHeaders apply(HttpHeaders inbound, ServerRequest request) {
		Set<String> nominated = nominated(inbound);
		HttpHeaders kept = new HttpHeaders();
		inbound.forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!isDropped(lower) && !nominated.contains(lower)) {
				kept.addAll(name, values);
			}
		});
		return withOurs(kept, inbound, request);
	}

	private static HttpHeaders withOurs(HttpHeaders kept, HttpHeaders inbound, ServerRequest request) {
		kept.set(RequestId.HEADER, RequestId.of(request.servletRequest()));
		String trace = MDC.get(TRACEPARENT);
		if (trace != null) {
			kept.set(TRACEPARENT, trace);
		}
		if (!isSameTrace(trace, inbound.getFirst(TRACEPARENT))) {
			// State of a trace that is not continued.
			kept.remove("tracestate");
		}
		return kept;
	}

	private static boolean isSameTrace(@Nullable String ours, @Nullable String theirs) {
		return ours != null && theirs != null && theirs.startsWith(ours.substring(0, WITH_TRACE_ID));
	}

	private static boolean isDropped(String name) {
		return DROPPED.contains(name) || DROPPED_FAMILIES.stream().anyMatch(name::startsWith);
	}

	/** The headers that {@code Connection} names are for this hop only. */
	private static Set<String> nominated(HttpHeaders inbound) {
		Set<String> names = new HashSet<>();
		for (String value : inbound.getOrEmpty(HttpHeaders.CONNECTION)) {
			Arrays.stream(value.split(",")).map((name) -> name.strip().toLowerCase(Locale.ROOT)).forEach(names::add);
		}
		return names;
	}

}
