package io.safelight.messaging.test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who talks HTTP to a service on this machine, with a token or without one.
 * Thread-safe.
 *
 * <p>
 * Headers are given as names and values in turn, and come beside those that a body and
 * the token need. A body that is a text is sent as it is, anything else as JSON; both are
 * called {@code application/json}.
 */
public final class Visitor {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final URI service;

	private final Optional<String> token;

	private Visitor(int port, @Nullable String token) {
		this.service = URI.create("http://127.0.0.1:" + port);
		this.token = Optional.ofNullable(token);
	}

	/**
	 * Somebody whom nobody knows.
	 * @param port the service's
	 * @return a visitor without a token
	 */
	public static Visitor anonymous(int port) {
		return new Visitor(port, null);
	}

	/**
	 * One of the demo users, signed in.
	 * @param user the name, such as {@code ana}
	 * @param port the service's
	 * @return a visitor with a token
	 */
	public static Visitor named(String user, int port) {
		return named(user, port, "");
	}

	/**
	 * One of the demo users, with a token that is not as others are.
	 * @param user the name
	 * @param port the service's
	 * @param more further parameters of the token request, such as {@code audience=x} or
	 * {@code lifetime_seconds=-120}
	 * @return a visitor with that token
	 */
	public static Visitor named(String user, int port, String more) {
		String form = "grant_type=password&client_id=safelight-cli&password=safelight&username=" + user;
		return new Visitor(port, Tokens.of(more.isEmpty() ? form : form + "&" + more));
	}

	public Answer get(String path, String... headers) {
		return send(request(path, headers));
	}

	public Answer head(String path, String... headers) {
		return send(request(path, headers).HEAD());
	}

	public Answer post(String path) {
		return send(request(path).POST(BodyPublishers.noBody()));
	}

	public Answer post(String path, Object body, String... headers) {
		return send("POST", path, body, headers);
	}

	public Answer put(String path, Object body, String... headers) {
		return send("PUT", path, body, headers);
	}

	public Answer patch(String path, Object body, String... headers) {
		return send("PATCH", path, body, headers);
	}

	public Answer delete(String path) {
		return send(request(path).DELETE());
	}

	/**
	 * A request of this visitor, for whatever the other methods have no word for.
	 * @param path the path, from the slash on
	 * @param headers names and values
	 * @return a GET with the token, to be changed
	 */
	public HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.service.resolve(path)).timeout(PATIENCE);
		if (headers.length > 0) {
			request.headers(headers);
		}
		this.token.ifPresent((bearer) -> request.header("Authorization", "Bearer " + bearer));
		return request;
	}

	/**
	 * Sends a request to whomever it names.
	 * @param request the request
	 * @return the answer, whatever its status
	 * @throws java.io.UncheckedIOException if there is none
	 */
	public static Answer send(HttpRequest.Builder request) {
		return Http.send(request.build());
	}

	private Answer send(String method, String path, Object body, String... headers) {
		return send(request(path, headers).header("Content-Type", "application/json").method(method, publisher(body)));
	}

	private static BodyPublisher publisher(Object body) {
		return BodyPublishers
			.ofString((body instanceof String text) ? text : JsonMapper.shared().writeValueAsString(body));
	}

}
