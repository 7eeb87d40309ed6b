package io.safelight.messaging;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Why something changes: the message or the request that led to it.
 *
 * @param correlationId the act of a person at the beginning of it all
 * @param causationId the message or request itself
 * @param traceparent where in its trace that is, empty if no trace led here
 */
public record Cause(String correlationId, String causationId, String traceparent) {

	/** The logging context's key for the current trace, as in W3C Trace Context. */
	public static final String TRACEPARENT = "traceparent";

	/**
	 * The request (or timer) that the current thread works for, within the trace that its
	 * logging context names.
	 * @param id the request's identity
	 */
	public static Cause request(String id) {
		return new Cause(id, id, currentTrace(""));
	}

	/**
	 * The message that the current thread handles, within the trace that its logging
	 * context names; in the message's own where it names none.
	 */
	public static Cause message(Envelope envelope) {
		return new Cause(envelope.metadata().correlationId(), envelope.id(),
				currentTrace(envelope.metadata().traceparent()));
	}

	private static String currentTrace(String otherwise) {
		@Nullable String current = MDC.get(TRACEPARENT);
		return (current != null) ? current : otherwise;
	}

}
