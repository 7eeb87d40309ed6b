package io.safelight.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who looks for images, without a token.
 *
 * @param port of the service
 */
record Visitor(int port) {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	/** The ids of what is found for these words. */
	List<String> find(String words) {
		return get("/v1/images/search?query=" + encoded(words)).ids();
	}

	Answer get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build();
		try {
			HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * What was answered.
	 *
	 * @param status the HTTP status
	 * @param text the body
	 */
	record Answer(int status, String text) {

		JsonNode body() {
			return JsonMapper.shared().readTree(this.text);
		}

		List<String> ids() {
			List<String> ids = new ArrayList<>();
			body().path("data").forEach((image) -> ids.add(image.path("id").asString()));
			return ids;
		}

	}

}
