package io.safelight.acceptance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands where a trace store would, and keeps what it is sent: OTLP over HTTP, of which
 * it reads as much as tests ask about
 * (https://github.com/open-telemetry/opentelemetry-proto).
 */
final class Collector {

	private static final List<Span> SPANS = new CopyOnWriteArrayList<>();

	private Collector() {
	}

	/**
	 * Starts it; it ends with this JVM.
	 * @return the address for spans
	 */
	static String start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/v1/traces", Collector::take);
		server.start();
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
	}

	private static void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] request = exchange.getRequestBody().readAllBytes();
			messages(request, 1).forEach((resource) -> {
				String service = messages(resource, 1).flatMap((attributes) -> messages(attributes, 1))
					.filter((attribute) -> text(attribute, 1).equals("service.name"))
					.map((attribute) -> text(messages(attribute, 2).findFirst().orElseThrow(), 1))
					.findFirst()
					.orElse("");
				messages(resource, 2).flatMap((scope) -> messages(scope, 2))
					.forEach((span) -> SPANS.add(Span.of(service, span)));
			});
			exchange.sendResponseHeaders(200, -1);
		}
	}

	/** What has come of a trace so far. */
	static List<Span> trace(String traceId) {
		return SPANS.stream().filter((span) -> span.traceId().equals(traceId)).toList();
	}

	private static Stream<byte[]> messages(byte[] message, int number) {
		List<byte[]> found = new ArrayList<>();
		ByteBuffer rest = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
		while (rest.hasRemaining()) {
			long tag = varint(rest);
			switch ((int) (tag & 7)) {
				case 0 -> varint(rest);
				case 1 -> rest.getLong();
				case 5 -> rest.getInt();
				default -> {
					byte[] bytes = new byte[(int) varint(rest)];
					rest.get(bytes);
					if (tag >> 3 == number) {
						found.add(bytes);
					}
				}
			}
		}
		return found.stream();
	}

	private static long varint(ByteBuffer rest) {
		long value = 0;
		for (int shift = 0;; shift += 7) {
			byte next = rest.get();
			value |= (long) (next & 0x7f) << shift;
			if (next >= 0) {
				return value;
			}
		}
	}

	private static String text(byte[] message, int number) {
		return messages(message, number).findFirst()
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
			.orElse("");
	}

	private static String id(byte[] message, int number) {
		return messages(message, number).findFirst().map(HexFormat.of()::formatHex).orElse("");
	}

	/**
	 * A span.
	 *
	 * @param service who recorded it
	 * @param traceId its trace
	 * @param id its own identity
	 * @param parentId the span that led to it, empty of a first one
	 * @param name what was done
	 */
	record Span(String service, String traceId, String id, String parentId, String name) {

		private static Span of(String service, byte[] span) {
			return new Span(service, Collector.id(span, 1), Collector.id(span, 2), Collector.id(span, 4),
					text(span, 5));
		}

	}

}
