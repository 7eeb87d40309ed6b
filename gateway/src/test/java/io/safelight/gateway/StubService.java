package io.safelight.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * A service behind the gateway that does as a test says, and remembers what reached it.
 */
public final class StubService {

	private final String name;

	private final HttpServer server;

	private final List<Seen> seen = new CopyOnWriteArrayList<>();

	private volatile HttpHandler behaviour = this::answerByName;

	StubService(String name) {
		this.name = name;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", (exchange) -> this.behaviour.handle(exchange));
		this.server.start();
	}

	public URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** From now on it does this. */
	public void does(HttpHandler handler) {
		this.behaviour = handler;
	}

	/** From now on it answers with its name, having remembered the request. */
	void reset() {
		this.seen.clear();
		this.behaviour = this::answerByName;
	}

	private void answerByName(HttpExchange exchange) throws IOException {
		remember(exchange);
		answer(exchange, 200, Map.of("Content-Type", "text/plain"), this.name);
	}

	/** Reads the request to its end and keeps it. */
	public void remember(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				Map.copyOf(exchange.getRequestHeaders()), body));
	}

	public static void answer(HttpExchange exchange, int status, Map<String, String> headers, String text)
			throws IOException {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		headers.forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	public List<Seen> seen() {
		return this.seen;
	}

	/** The only request that reached it. */
	public Seen onlyOne() {
		if (this.seen.size() != 1) {
			throw new AssertionError(this.name + " was reached " + this.seen.size() + " times: " + this.seen);
		}
		return this.seen.getFirst();
	}

	/**
	 * A request that reached the service.
	 *
	 * @param method its method
	 * @param uri path and query as they came
	 * @param headers its headers, names in the JDK's capitals
	 * @param body its body
	 */
	public record Seen(String method, String uri, Map<String, List<String>> headers, byte[] body) {

		public List<String> header(String wanted) {
			return this.headers.entrySet()
				.stream()
				.filter((header) -> header.getKey().equalsIgnoreCase(wanted))
				.flatMap((header) -> header.getValue().stream())
				.toList();
		}

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
