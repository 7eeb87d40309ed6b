package io.safelight.messaging;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} of W3C Trace Context (https://www.w3.org/TR/trace-context/):
 * {@code 00-<32 hex: trace>-<16 hex: span>-<2 hex: flags>}.
 */
public final class TraceContext {

	private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	private static final int TRACE_START = 3;

	private static final int TRACE_END = 35;

	private TraceContext() {
	}

	/**
	 * A new span of the same trace; of a new trace where there is none or it is
	 * malformed.
	 */
	public static String childOf(@Nullable String traceparent) {
		if (traceparent == null || !isValid(traceparent)) {
			return "00-" + random() + random() + "-" + random() + "-01";
		}
		return traceparent.substring(0, TRACE_END + 1) + random() + traceparent.substring(traceparent.length() - 3);
	}

	/** The trace's id, 32 hex digits. */
	public static String traceId(String traceparent) {
		return isValid(traceparent) ? traceparent.substring(TRACE_START, TRACE_END) : "";
	}

	/** The span's id, 16 hex digits. */
	public static String spanId(String traceparent) {
		return isValid(traceparent) ? traceparent.substring(TRACE_END + 1, TRACE_END + 17) : "";
	}

	/** Whether whoever began the trace wants it to be recorded. */
	public static boolean isSampled(String traceparent) {
		return isValid(traceparent) && (Character.digit(traceparent.charAt(traceparent.length() - 1), 16) & 1) == 1;
	}

	public static boolean isValid(String traceparent) {
		return VALID.matcher(traceparent).matches();
	}

	/**
	 * Puts one together.
	 * @param traceId 32 hex digits
	 * @param spanId 16 hex digits
	 * @param sampled whether it is recorded
	 */
	public static String of(String traceId, String spanId, boolean sampled) {
		return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
	}

	private static String random() {
		long value;
		do {
			value = ThreadLocalRandom.current().nextLong();
		}
		while (value == 0);
		return HexFormat.of().toHexDigits(value);
	}

}
