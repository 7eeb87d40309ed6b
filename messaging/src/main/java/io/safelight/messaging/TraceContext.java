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
		if (traceparent == null || !VALID.matcher(traceparent).matches()) {
			return "00-" + random() + random() + "-" + random() + "-01";
		}
		return traceparent.substring(0, TRACE_END + 1) + random() + traceparent.substring(traceparent.length() - 3);
	}

	/** The trace's id, 32 hex digits. */
	public static String traceId(String traceparent) {
		return VALID.matcher(traceparent).matches() ? traceparent.substring(TRACE_START, TRACE_END) : "";
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
