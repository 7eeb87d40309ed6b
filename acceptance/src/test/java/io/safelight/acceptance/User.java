package io.safelight.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at the entrance.
 *
 * @param marketplace where
 * @param name who, empty for anybody
 * @param token how that is proven, empty for not at all
 */
record User(Marketplace marketplace, String name, String token) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	static User signedIn(Marketplace marketplace, String name, Map<String, String> more)
			throws IOException, InterruptedException {
		Map<String, String> form = new HashMap<>(Map.of("grant_type", "password", "client_id", "safelight-cli",
				"username", name, "password", "safelight"));
		form.putAll(more);
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpResponse<String> response = HTTP
			.send(HttpRequest.newBuilder(URI.create(marketplace.identity() + "/oauth2/token"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		return new User(marketplace, name, JSON.readTree(response.body()).path("access_token").asString());
	}

	Answer get(String path) throws IOException, InterruptedException {
		return send(request(path).GET());
	}

	Answer head(String path) throws IOException, InterruptedException {
		return send(request(path).method("HEAD", BodyPublishers.noBody()));
	}

	Answer get(String path, String header, String value) throws IOException, InterruptedException {
		return send(request(path).header(header, value).GET());
	}

	Answer post(String path, Object body, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	Answer send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = request(path).header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Puts to a presigned address, as anybody can who holds it. */
	int put(String url, byte[] bytes) throws IOException, InterruptedException {
		return HTTP
			.send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes)).build(),
					HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	private HttpRequest.Builder request(String path) {
		URI uri = URI.create(path.startsWith("http") ? path : this.marketplace.gateway() + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2));
		return this.token.isEmpty() ? request : request.header("Authorization", "Bearer " + this.token);
	}

	private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
	}

	/**
	 * What came back.
	 *
	 * @param response the response
	 */
	record Answer(HttpResponse<byte[]> response) {

		int status() {
			return this.response.statusCode();
		}

		byte[] bytes() {
			return this.response.body();
		}

		String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return JSON.readTree(this.response.body());
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		/** The problem's code, for answers that are problems. */
		String problem() {
			return header("content-type").startsWith("application/problem+json") ? json().path("code").asString() : "";
		}

	}

}
