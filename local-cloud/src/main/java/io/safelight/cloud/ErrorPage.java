package io.safelight.cloud;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a refusal in the protocol of its request.
 */
final class ErrorPage {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	// How the JSON services call what S3 calls otherwise.
	private static final Map<String, String> JSON_NAMES = Map.of("SignatureDoesNotMatch", "InvalidSignatureException",
			"RequestTimeTooSkewed", "InvalidSignatureException", "InvalidAccessKeyId", "UnrecognizedClientException",
			"MissingAuthenticationToken", "MissingAuthenticationTokenException", "AuthorizationHeaderMalformed",
			"IncompleteSignatureException", "AuthorizationQueryParametersError", "IncompleteSignatureException");

	private static final Map<String, String> QUERY_NAMES = Map.of("InvalidAccessKeyId", "InvalidClientTokenId",
			"AuthorizationHeaderMalformed", "IncompleteSignature", "AuthorizationQueryParametersError",
			"IncompleteSignature", "RequestTimeTooSkewed", "RequestExpired");

	private static final Map<String, String> S3_NAMES = Map.of("MissingAuthenticationToken", "AccessDenied");

	private ErrorPage() {
	}

	/**
	 * Writes an error.
	 * @param error the refusal
	 * @param protocol how to write it
	 * @param request what was refused
	 * @return the answer
	 */
	static Response of(AwsError error, Protocol protocol, Request request) {
		return switch (protocol) {
			case JSON -> json(error);
			case REST_JSON -> restJson(error);
			case QUERY -> query(error, request);
			case REST_XML -> restXml(error, request);
		};
	}

	private static Response json(AwsError error) {
		String code = JSON_NAMES.getOrDefault(error.code(), error.code());
		int status = (error.status() < 500) ? 400 : error.status();
		String body = JSON.writeValueAsString(Map.of("__type", code, "message", error.explanation()));
		return Response.of(status, "application/x-amz-json-1.1", body).with("x-amzn-ErrorType", code);
	}

	private static Response restJson(AwsError error) {
		String code = JSON_NAMES.getOrDefault(error.code(), error.code());
		return Response.json(error.status(), JSON.writeValueAsString(Map.of("message", error.explanation())))
			.with("x-amzn-ErrorType", code);
	}

	private static Response query(AwsError error, Request request) {
		String code = QUERY_NAMES.getOrDefault(error.code(), error.code());
		return Response.of(error.status(), "text/xml", """
				<ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
				<RequestId>%s</RequestId></ErrorResponse>""".formatted((error.status() < 500) ? "Sender" : "Receiver",
				Xml.escape(code), Xml.escape(error.explanation()), request.id()));
	}

	private static Response restXml(AwsError error, Request request) {
		String code = S3_NAMES.getOrDefault(error.code(), error.code());
		return Response.of(error.status(), "application/xml", """
				<?xml version="1.0" encoding="UTF-8"?>
				<Error><Code>%s</Code><Message>%s</Message><Resource>%s</Resource><RequestId>%s</RequestId></Error>"""
			.formatted(Xml.escape(code), Xml.escape(error.explanation()), Xml.escape(request.path()), request.id()));
	}

}
