package io.safelight.cloud;

/**
 * Guesses for whom a request without a signature was meant, only to refuse it in a form
 * that its sender understands.
 */
final class UnsignedRequest {

	private UnsignedRequest() {
	}

	static Protocol protocol(Request request) {
		if (request.header("x-amz-target").isPresent()) {
			return Protocol.JSON;
		}
		if (request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
			return Protocol.QUERY;
		}
		return request.path().startsWith("/v2/email/") ? Protocol.REST_JSON : Protocol.REST_XML;
	}

	static AwsError refusal() {
		return new AwsError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
	}

}
