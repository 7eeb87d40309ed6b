package io.safelight.cli.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.safelight.cli.chaos.Tally.Count;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at the entrance who does as good clients do: sends a request again, with the
 * same {@code Idempotency-Key}, when it was not answered or could not be served for now,
 * after a growing pause. Thread-safe.
 */
final class Visitor {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429, 500, 502, 503, 504);

	/** A paused process does not answer at all. */
	private static final Duration ANSWER = Duration.ofSeconds(20);

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final long FIRST_PAUSE_MILLIS = 200;

	private static final long LONGEST_PAUSE_MILLIS = 5000;

	private final HttpClient http;

	private final String gateway;

	private final String identity;

	private final String name;

	private final Tally tally;

	private volatile String token = "";

	Visitor(HttpClient http, String gateway, String identity, String name, Tally tally) {
		this.http = http;
		this.gateway = gateway;
		this.identity = identity;
		this.name = name;
		this.tally = tally;
	}

	String name() {
		return this.name;
	}

	Answer get(String path, String... headers) throws InterruptedException {
		return persistently(() -> withHeaders(request(path), headers).GET().build());
	}

	Answer post(String path, Object body, String... headers) throws InterruptedException {
		String json = JSON.writeValueAsString(body);
		return persistently(() -> withHeaders(request(path), headers).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json))
			.build());
	}

	Answer delete(String path) throws InterruptedException {
		return persistently(() -> request(path).DELETE().build());
	}

	/** Puts to a presigned address, which needs no token. */
	Answer put(String url, byte[] bytes) throws InterruptedException {
		return persistently(() -> HttpRequest.newBuilder(URI.create(url))
			.timeout(ANSWER)
			.PUT(BodyPublishers.ofByteArray(bytes))
			.build());
	}

	/** A request that is sent once, for whoever reads its answer as it comes. */
	<T> HttpResponse<T> once(String path, HttpResponse.BodyHandler<T> body, String... headers)
			throws IOException, InterruptedException {
		if (this.token.isEmpty()) {
			signIn();
		}
		return this.http.send(withHeaders(request(path), headers).GET().build(), body);
	}

	private Answer persistently(Request request) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (int attempt = 0;; attempt++) {
			String problem;
			try {
				if (this.token.isEmpty()) {
					signIn();
				}
				HttpResponse<byte[]> response = this.http.send(request.build(),
						HttpResponse.BodyHandlers.ofByteArray());
				if (response.statusCode() == 401) {
					this.token = "";
				}
				else if (!FOR_NOW.contains(response.statusCode())) {
					return new Answer(response.statusCode(), response.body());
				}
				problem = Integer.toString(response.statusCode());
			}
			catch (IOException ex) {
				problem = ex.toString();
			}
			if (System.nanoTime() > deadline) {
				throw new GaveUpException(
						request.build().method() + " " + request.build().uri().getPath() + ": " + problem);
			}
			this.tally.add(Count.RETRIES);
			pause(attempt);
		}
	}

	static void pause(int attempt) throws InterruptedException {
		long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
		TimeUnit.MILLISECONDS.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway + path))
			.timeout(ANSWER)
			.header("Authorization", "Bearer " + this.token);
	}

	private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private void signIn() throws IOException, InterruptedException {
		String form = Map
			.of("grant_type", "password", "client_id", "safelight-cli", "username", this.name, "password", "safelight")
			.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpResponse<String> response = this.http
			.send(HttpRequest.newBuilder(URI.create(this.identity + "/oauth2/token"))
				.timeout(ANSWER)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form))
				.build(), HttpResponse.BodyHandlers.ofString());
		if (response.statusCode() != 200) {
			throw new IOException("could not sign in as " + this.name + ": " + response.statusCode());
		}
		this.token = JSON.readTree(response.body()).path("access_token").asString();
	}

	/** A request, made anew for each time that it is sent. */
	private interface Request {

		HttpRequest build();

	}

	/**
	 * What came back.
	 *
	 * @param status its status
	 * @param bytes its body
	 */
	record Answer(int status, byte[] bytes) {

		boolean isGood() {
			return this.status / 100 == 2;
		}

		JsonNode json() {
			return JSON.readTree(this.bytes);
		}

		/** The problem's code, or nothing. */
		String problem() {
			try {
				return json().path("code").asString("");
			}
			catch (tools.jackson.core.JacksonException ex) {
				return "";
			}
		}

	}

	/** It was not served for so long that a person would have gone. */
	static final class GaveUpException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		GaveUpException(String message) {
			super(message);
		}

	}

}
