package io.safelight.messaging.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who listens to server-sent events until they have heard enough. Thread-safe.
 */
public final class EventStream implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpResponse<InputStream> response;

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private final Thread reader;

	/**
	 * Begins to listen.
	 * @param request whom, such as {@link Visitor#request} makes
	 * @throws UncheckedIOException if there is no answer
	 */
	public EventStream(HttpRequest.Builder request) {
		try {
			this.response = this.client.send(request.header("Accept", "text/event-stream").build(),
					HttpResponse.BodyHandlers.ofInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		this.reader = Thread.ofVirtual().start(this::read);
	}

	private void read() {
		Map<String, String> fields = new HashMap<>();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!line.isEmpty()) {
					int colon = line.indexOf(':');
					fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
				}
				else if (fields.containsKey("data")) {
					this.events.add(new Event(fields.getOrDefault("id", ""), fields.getOrDefault("event", "message"),
							JsonMapper.shared().readTree(fields.get("data"))));
					fields.clear();
				}
			}
		}
		catch (IOException ex) {
			// Broken off, by the other side or by this one: what was heard stays.
			return;
		}
	}

	/** The status of the answer. */
	public int status() {
		return this.response.statusCode();
	}

	/** A header of the answer, or "". */
	public String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	/** What was heard so far. */
	public List<Event> events() {
		return List.copyOf(this.events);
	}

	/** Whether the other side has ended it. */
	public boolean hasEnded() {
		return !this.reader.isAlive();
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	/**
	 * An event.
	 *
	 * @param id its id
	 * @param type its type
	 * @param data what it says
	 */
	public record Event(String id, String type, JsonNode data) {
	}

}
