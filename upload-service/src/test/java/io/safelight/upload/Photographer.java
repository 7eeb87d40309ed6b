package io.safelight.upload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.safelight.upload.inspection.Hashes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a token (or none) and an HTTP client that knows nothing of AWS.
 */
final class Photographer {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String service;

	private final Optional<String> token;

	private Photographer(int port, @Nullable String token) {
		this.service = "http://127.0.0.1:" + port;
		this.token = Optional.ofNullable(token);
	}

	static Photographer anonymous(int port) {
		return new Photographer(port, null);
	}

	static Photographer named(String user, int port) {
		return named(user, port, "");
	}

	/**
	 * Signs in.
	 * @param more further parameters of the token request, such as {@code &audience=x}
	 */
	static Photographer named(String user, int port, String more) {
		String form = "grant_type=password&client_id=safelight-cli&username=" + user + "&password=safelight" + more;
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(System.getProperty("safelight.identity.issuer") + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build();
		return new Photographer(port, send(request).body().path("access_token").asString());
	}

	Answer post(String path, Object body) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build());
	}

	Answer post(String path, Object body, String idempotencyKey) {
		return send(request(path).header("Content-Type", "application/json")
			.header("Idempotency-Key", idempotencyKey)
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build());
	}

	Answer post(String path) {
		return send(request(path).POST(BodyPublishers.noBody()).build());
	}

	Answer get(String path) {
		return send(request(path).build());
	}

	Answer delete(String path) {
		return send(request(path).DELETE().build());
	}

	static Map<String, Object> announcement(byte[] file, String contentType) {
		return new HashMap<>(Map.of("fileName", "sunset.jpg", "contentType", contentType, "bytes", file.length,
				"sha256", Hashes.sha256(file), "title", "Sunset", "keywords", new String[] { "sea", "sun" }));
	}

	/** Announces and puts every part; answers the upload's path. */
	String put(Map<String, Object> announcement, byte[] file) {
		Answer begun = post("/v1/uploads", announcement);
		if (begun.status() != 201) {
			throw new AssertionError("The announcement was answered " + begun);
		}
		begun.body().path("parts").forEach((part) -> putPart(part, file, begun.body().path("partBytes").asInt()));
		return "/v1/uploads/" + begun.body().path("uploadId").asString();
	}

	/** What exceeds the announced parts goes into the last one. */
	private static void putPart(JsonNode part, byte[] file, int partBytes) {
		int from = Math.min((part.path("number").asInt() - 1) * partBytes, file.length);
		boolean last = part.path("bytes").asInt() < partBytes;
		int status = putBytes(part, Arrays.copyOfRange(file, from, last ? file.length : from + partBytes));
		if (status != 200) {
			throw new AssertionError("Part " + part.path("number") + " was answered " + status);
		}
	}

	/** A plain PUT without any header of ours. */
	static int putBytes(JsonNode part, byte[] bytes) {
		return send(HttpRequest.newBuilder(URI.create(part.path("url").asString()))
			.PUT(BodyPublishers.ofByteArray(bytes))
			.build()).status();
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.service + path));
		this.token.ifPresent((bearer) -> request.header("Authorization", "Bearer " + bearer));
		return request;
	}

	private static Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
					response.body());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What was answered.
	 *
	 * @param status the HTTP status
	 * @param contentType its media type
	 * @param text its body
	 */
	record Answer(int status, String contentType, String text) {

		JsonNode body() {
			return JSON.readTree(this.text);
		}

		String code() {
			return body().path("code").asString();
		}

	}

}
