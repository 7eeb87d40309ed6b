package io.safelight.publication;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who use the API.
 */
final class PublicationClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI issuer;

	private final int port;

	PublicationClient(URI issuer, int port) {
		this.issuer = issuer;
		this.port = port;
	}

	HttpResponse<byte[]> get(@Nullable String user, String path) {
		return send(user, request(path).GET());
	}

	HttpResponse<byte[]> post(@Nullable String user, String path, String json) {
		return send(user, request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	JsonNode json(@Nullable String user, String path) {
		return json(get(user, path));
	}

	static JsonNode json(HttpResponse<byte[]> response) {
		return JSON.readTree(response.body());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private HttpResponse<byte[]> send(@Nullable String user, HttpRequest.Builder request) {
		if (user != null) {
			request.header("Authorization", "Bearer " + TOKENS.computeIfAbsent(user, this::token));
		}
		return exchange(request.build());
	}

	private String token(String user) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.issuer + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString("grant_type=password&client_id=safelight-cli&password=safelight&username=" + user))
			.build();
		return json(exchange(request)).path("access_token").asString();
	}

	private HttpResponse<byte[]> exchange(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
