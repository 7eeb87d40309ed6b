package io.safelight.gateway.edge;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a caller and we call a request when we talk about it.
 */
public final class RequestId {

	/** The header that carries it, in and out. */
	public static final String HEADER = "X-Request-Id";

	static final String ATTRIBUTE = RequestId.class.getName();

	/** What may stand in a log line and in a header. */
	private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

	private RequestId() {
	}

	/** The id of a request that came through {@link RequestIdFilter}. */
	public static String of(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(ATTRIBUTE));
	}

	/**
	 * The caller's id if it is a sane one, a new one otherwise.
	 * @param header what the caller sent
	 */
	static String choose(@Nullable String header) {
		return (header != null && SANE.matcher(header).matches()) ? header : UUID.randomUUID().toString();
	}

}
