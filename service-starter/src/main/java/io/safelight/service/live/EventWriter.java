package io.safelight.service.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as browsers read them (HTML Living Standard §9.2.6). JSON on one line has
 * no line break that would have to be taken apart. Not thread-safe.
 */
final class EventWriter {

	private final OutputStream out;

	private final JsonMapper json;

	EventWriter(OutputStream out, JsonMapper json) {
		this.out = out;
		this.json = json;
	}

	void write(String id, String type, Object data) throws IOException {
		send("id: " + id + "\nevent: " + type + "\ndata: " + this.json.writeValueAsString(data) + "\n\n");
	}

	/** A line that clients do not take for an event. */
	void beat() throws IOException {
		send(":\n\n");
	}

	private void send(String text) throws IOException {
		this.out.write(text.getBytes(StandardCharsets.UTF_8));
		this.out.flush();
	}

}
