package io.safelight.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a token, or without one.
 */
final class Visitor {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String service;

	private final Optional<String> token;

	private Visitor(int port, @Nullable String token) {
		this.service = "http://127.0.0.1:" + port;
		this.token = Optional.ofNullable(token);
	}

	static Visitor anonymous(int port) {
		return new Visitor(port, null);
	}

	/** One of the demo users. */
	static Visitor named(String user, int port) {
		String form = "grant_type=password&client_id=safelight-cli&username=" + user + "&password=safelight";
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(System.getProperty("safelight.identity.issuer") + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		return new Visitor(port, send(request).body().path("access_token").asString());
	}

	Answer get(String path) {
		return send(request(path).build());
	}

	Answer post(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build());
	}

	Answer patch(String path, Object body) {
		return send(patchRequest(path, body).build());
	}

	Answer patch(String path, Object body, String ifMatch) {
		return send(patchRequest(path, body).header("If-Match", ifMatch).build());
	}

	private HttpRequest.Builder patchRequest(String path, Object body) {
		return request(path).header("Content-Type", "application/json")
			.method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body)));
	}

	Answer delete(String path) {
		return send(request(path).DELETE().build());
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.service + path));
		this.token.ifPresent((bearer) -> request.header("Authorization", "Bearer " + bearer));
		return request;
	}

	private static Answer send(HttpRequest request) {
		try {
			return new Answer(HTTP.send(request, BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What was answered.
	 *
	 * @param response the answer
	 */
	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String text() {
			return this.response.body();
		}

		JsonNode body() {
			return JSON.readTree(this.response.body());
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		String code() {
			return body().path("code").asString();
		}

	}

}
