package io.safelight.messaging;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A message as it travels: who says what, when, about which thing, and because of what.
 * In JSON it has the shape of an EventBridge event, so that rules and archives made for
 * those fit.
 *
 * @param id the message's identity, a UUID; a repeat of the same message has the same
 * @param type what kind of message it is
 * @param source the service that says it, {@code safelight.<service>}
 * @param time when it was decided
 * @param resources ARNs of what it is about, often none
 * @param metadata what every message says about itself
 * @param data what this kind of message says
 */
public record Envelope(String id, MessageType type, String source, Instant time, List<String> resources,
		Metadata metadata, JsonNode data) {

	public Envelope {
		resources = List.copyOf(resources);
	}

}
