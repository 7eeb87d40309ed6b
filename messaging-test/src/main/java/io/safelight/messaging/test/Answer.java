package io.safelight.messaging.test;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered over HTTP. As text it is everything that a repeated answer has
 * to have in common with the first: status, media type and body.
 *
 * @param status the HTTP status
 * @param headers all headers
 * @param bytes the whole body
 */
public record Answer(int status, HttpHeaders headers, byte[] bytes) {

	/**
	 * The body as text in UTF-8.
	 * @return the text
	 */
	public String text() {
		return new String(this.bytes, StandardCharsets.UTF_8);
	}

	/**
	 * The body as JSON.
	 * @return the JSON
	 * @throws tools.jackson.core.JacksonException if it is none
	 */
	public JsonNode json() {
		return JsonMapper.shared().readTree(this.bytes);
	}

	/**
	 * A field of the body.
	 * @param name its name
	 * @return its text, or "" where there is none
	 */
	public String field(String name) {
		return json().path(name).asString("");
	}

	/**
	 * Which problem it is, for an answer of {@code application/problem+json}.
	 * @return the code, or "" where there is none
	 */
	public String code() {
		return field("code");
	}

	/**
	 * A header.
	 * @param name its name, in any case
	 * @return its first value, or "" where there is none
	 */
	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	@Override
	public String toString() {
		return this.status + " " + header("Content-Type") + " " + text();
	}

}
