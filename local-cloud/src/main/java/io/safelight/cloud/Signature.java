package io.safelight.cloud;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says about its own signature (Signature Version 4), not yet checked.
 *
 * @param credential the scope
 * @param signedHeaders names of the headers that are covered
 * @param value the signature, lower-case hexadecimal
 * @param timestamp the time of signing as sent, {@code yyyyMMdd'T'HHmmss'Z'}
 * @param expires how long a presigned request is valid; empty when the signature is in
 * the header
 */
record Signature(Credential credential, List<String> signedHeaders, String value, String timestamp,
		Optional<Duration> expires) {

	static final String ALGORITHM = "AWS4-HMAC-SHA256";

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Duration LONGEST = Duration.ofDays(7);

	/**
	 * Finds the signature of a request.
	 * @param request the head of the request
	 * @return the signature; empty when the request carries none
	 * @throws AwsError when there is one that cannot be understood
	 */
	static Optional<Signature> of(Request request) {
		Optional<String> authorization = request.header("authorization");
		if (authorization.isPresent()) {
			return Optional.of(inHeader(authorization.get(), request));
		}
		return request.parameter("X-Amz-Credential").map((credential) -> inQuery(credential, request));
	}

	boolean presigned() {
		return this.expires.isPresent();
	}

	Instant signedAt() {
		try {
			return TIMESTAMP.parse(this.timestamp, Instant::from);
		}
		catch (DateTimeException ex) {
			throw malformed("X-Amz-Date is not of the form yyyyMMdd'T'HHmmss'Z'.");
		}
	}

	private static Signature inHeader(String authorization, Request request) {
		if (!authorization.startsWith(ALGORITHM + " ")) {
			throw malformed("Only " + ALGORITHM + " is supported.");
		}
		Map<String, String> fields = new HashMap<>();
		for (String field : authorization.substring(ALGORITHM.length() + 1).split(",")) {
			int equals = field.indexOf('=');
			if (equals > 0) {
				fields.put(field.substring(0, equals).trim(), field.substring(equals + 1).trim());
			}
		}
		return new Signature(Credential.parse(required(fields, "Credential")),
				List.of(required(fields, "SignedHeaders").split(";")), required(fields, "Signature"),
				request.header("x-amz-date").orElseThrow(() -> malformed("The header X-Amz-Date is missing.")),
				Optional.empty());
	}

	private static Signature inQuery(String credential, Request request) {
		return new Signature(Credential.parse(credential), List.of(required(request, "X-Amz-SignedHeaders").split(";")),
				required(request, "X-Amz-Signature"), required(request, "X-Amz-Date"),
				Optional.of(expiry(required(request, "X-Amz-Expires"))));
	}

	private static Duration expiry(String seconds) {
		try {
			Duration expiry = Duration.ofSeconds(Long.parseLong(seconds));
			if (!expiry.isNegative() && expiry.compareTo(LONGEST) <= 0) {
				return expiry;
			}
		}
		catch (NumberFormatException ex) {
			// refused below
		}
		throw queryMalformed("X-Amz-Expires must be a number of seconds between 0 and 604800.");
	}

	private static String required(Map<String, String> fields, String name) {
		String value = fields.get(name);
		if (value == null || value.isEmpty()) {
			throw malformed("The Authorization header has no " + name + ".");
		}
		return value;
	}

	private static String required(Request request, String name) {
		return request.parameter(name).orElseThrow(() -> queryMalformed("The query has no " + name + "."));
	}

	private static AwsError malformed(String message) {
		return new AwsError(400, "AuthorizationHeaderMalformed", message);
	}

	private static AwsError queryMalformed(String message) {
		return new AwsError(400, "AuthorizationQueryParametersError", message);
	}

}
