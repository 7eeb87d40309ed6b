package io.safelight.purchase;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body
 */
record Answer(int status, HttpHeaders headers, byte[] body) {

	private static final JsonMapper JSON = new JsonMapper();

	static Answer of(HttpResponse<byte[]> response) {
		return new Answer(response.statusCode(), response.headers(), response.body());
	}

	JsonNode json() {
		return JSON.readTree(this.body);
	}

	String text(String field) {
		return json().path(field).asString();
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	@Override
	public String toString() {
		return this.status + " " + new String(this.body, 0, Math.min(500, this.body.length), StandardCharsets.UTF_8);
	}

}
