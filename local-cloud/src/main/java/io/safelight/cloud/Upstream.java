package io.safelight.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The way to an embedded server: passes requests on over connections that are kept. Safe
 * for many threads.
 */
public final class Upstream implements AutoCloseable {

	// Of one connection only, or answered by the gate.
	private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "expect", "keep-alive",
			"transfer-encoding", "te", "trailer", "upgrade", "http2-settings", "origin", "host");

	private static final Set<String> NOT_PASSED_BACK = Set.of("connection", "keep-alive", "transfer-encoding", "date",
			"server");

	private final URI server;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	/**
	 * Makes a way to a server.
	 * @param server its address without a path
	 */
	public Upstream(URI server) {
		this.server = server;
	}

	/**
	 * The address of the server.
	 * @return the address without a path
	 */
	public URI server() {
		return this.server;
	}

	/**
	 * Passes on a request that is held in memory.
	 * @param request the request
	 * @param target the encoded path and query to ask for
	 * @return the server's answer
	 */
	public Response pass(Request request, String target) {
		try {
			HttpResponse<byte[]> response = this.client
				.send(to(target, request, BodyPublishers.ofByteArray(request.body())), BodyHandlers.ofByteArray());
			Map<String, String> headers = new LinkedHashMap<>();
			backwards(response).forEach((name, values) -> headers.put(name, String.join(", ", values)));
			headers.remove("content-length");
			return new Response(response.statusCode(), headers, response.body());
		}
		catch (IOException ex) {
			throw new AwsError(503, "ServiceUnavailable", "The embedded server does not answer: " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AwsError(503, "ServiceUnavailable", "Stopping");
		}
	}

	/**
	 * Passes on a request as a stream.
	 * @param exchange the request
	 * @param answer gets the server's answer
	 * @throws IOException when either end breaks off
	 */
	public void pass(Exchange exchange, Answer answer) throws IOException {
		InputStream body = exchange.body();
		try {
			HttpResponse<InputStream> response = this.client
				.send(to(exchange.target(), exchange.head(), publisher(exchange, body)), BodyHandlers.ofInputStream());
			answer.accept(response.statusCode(), backwards(response), response.body());
		}
		catch (IOException ex) {
			throw refused(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Stopping", ex);
		}
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	private HttpRequest to(String target, Request head, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server + target));
		request.method(head.method(), body);
		head.headers().forEach((name, values) -> {
			if (!NOT_PASSED_ON.contains(name)) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		head.header("host").ifPresent((host) -> request.setHeader("X-Forwarded-Host", host));
		return request.build();
	}

	private static BodyPublisher publisher(Exchange exchange, InputStream body) {
		if (exchange.length() == 0 || "GET".equals(exchange.head().method())
				|| "HEAD".equals(exchange.head().method())) {
			return BodyPublishers.noBody();
		}
		BodyPublisher stream = BodyPublishers.ofInputStream(() -> body);
		return (exchange.length() > 0) ? BodyPublishers.fromPublisher(stream, exchange.length()) : stream;
	}

	private static Map<String, List<String>> backwards(HttpResponse<?> response) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		response.headers().map().forEach((name, values) -> {
			String key = name.toLowerCase(Locale.ROOT);
			if (!NOT_PASSED_BACK.contains(key) && !key.startsWith(":") && !key.startsWith("access-control-")) {
				headers.put(key, values);
			}
		});
		return headers;
	}

	private static IOException refused(IOException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedBodyException refused) {
				return refused;
			}
		}
		return ex;
	}

	/**
	 * What is done with a server's answer.
	 */
	@FunctionalInterface
	public interface Answer {

		/**
		 * Takes the answer.
		 * @param status the HTTP status
		 * @param headers the headers, their names in lower case
		 * @param body the body, to be closed
		 * @throws IOException when either end breaks off
		 */
		void accept(int status, Map<String, List<String>> headers, InputStream body) throws IOException;

	}

}
