package io.safelight.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notes what was answered while it streams by. Used by one thread.
 */
final class CountedExchange implements Exchange {

	private final Exchange exchange;

	private Response answered = new Response(500, Map.of(), new byte[0]);

	CountedExchange(Exchange exchange) {
		this.exchange = exchange;
	}

	/** The answer without its body; 500 if there was none. */
	Response answered() {
		return this.answered;
	}

	/** How many bytes came, as far as they were declared. */
	long bytesIn() {
		return Math.max(0, length());
	}

	/** How many bytes went out, as far as they were declared. */
	long bytesOut() {
		return "HEAD".equals(head().method()) ? 0
				: Long.parseLong(this.answered.headers().getOrDefault("content-length", "0"));
	}

	@Override
	public Request head() {
		return this.exchange.head();
	}

	@Override
	public String target() {
		return this.exchange.target();
	}

	@Override
	public long length() {
		return this.exchange.length();
	}

	@Override
	public InputStream body() {
		return this.exchange.body();
	}

	@Override
	public void answer(int status, Map<String, List<String>> headers, InputStream body) throws IOException {
		Map<String, String> flat = new TreeMap<>();
		headers.forEach((name, values) -> flat.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
		this.answered = new Response(status, flat, new byte[0]);
		this.exchange.answer(status, headers, body);
	}

}
