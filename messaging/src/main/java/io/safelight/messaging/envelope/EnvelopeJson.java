package io.safelight.messaging.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.UnprocessableMessageException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only reader and writer of the wire format. Thread-safe.
 */
public final class EnvelopeJson {

	/**
	 * The most bytes of one message. SNS and SQS carry 256 KiB; we keep to a quarter, so
	 * that ten fit in one batch of most kinds and bytes never travel as messages.
	 */
	public static final int MAX_BYTES = 64 * 1024;

	private static final JsonMapper JSON = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private EnvelopeJson() {
	}

	/** A record as a message's data. */
	public static JsonNode data(Object data) {
		return JSON.valueToTree(data);
	}

	/**
	 * A message's data as a record; fields that the record does not name are ignored.
	 * @throws UnprocessableMessageException if it does not fit
	 */
	public static <T> T read(JsonNode data, Class<T> type) {
		try {
			return JSON.treeToValue(data, type);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new UnprocessableMessageException("The data is no " + type.getSimpleName() + ": " + reason(ex), ex);
		}
	}

	/**
	 * Writes an envelope.
	 * @throws IllegalArgumentException if it is larger than {@link #MAX_BYTES}
	 */
	public static String write(Envelope envelope) {
		ObjectNode detail = JSON.createObjectNode();
		detail.set("metadata", JSON.valueToTree(envelope.metadata()));
		detail.set("data", envelope.data());
		ObjectNode json = JSON.createObjectNode()
			.put("version", "0")
			.put("id", envelope.id())
			.put("detail-type", envelope.type().name())
			.put("source", envelope.source())
			.put("account", "000000000000")
			.put("time", envelope.time().toString())
			.put("region", "us-east-1");
		json.set("resources", JSON.valueToTree(envelope.resources()));
		json.set("detail", detail);
		return withinLimit(envelope, JSON.writeValueAsString(json));
	}

	private static String withinLimit(Envelope envelope, String json) {
		int bytes = json.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MAX_BYTES) {
			throw new IllegalArgumentException(
					envelope.type() + " of " + envelope.metadata().aggregateId() + " has " + bytes + " bytes; at most "
							+ MAX_BYTES + " may travel: put the rest in an object and send its key");
		}
		return json;
	}

	/**
	 * Reads an envelope.
	 * @throws UnprocessableMessageException if it is none, with what is wrong
	 */
	public static Envelope read(String body) {
		JsonNode json = parse(body);
		JsonNode detail = json.path("detail");
		JsonNode metadata = detail.path("metadata");
		return new Envelope(text(json, "id"), type(json), text(json, "source"), time(json), resources(json),
				new Metadata(text(metadata, "aggregateId"), metadata.path("aggregateVersion").asLong(0),
						text(metadata, "correlationId"), text(metadata, "causationId"),
						metadata.path("traceparent").asString(""), optionalText(metadata, "tenant")),
				object(detail, "data"));
	}

	private static JsonNode parse(String body) {
		try {
			JsonNode json = JSON.readTree(body);
			if (!json.isObject()) {
				throw new UnprocessableMessageException("The body is JSON, but no object");
			}
			return json;
		}
		catch (JacksonException ex) {
			throw new UnprocessableMessageException("The body is no JSON: " + reason(ex), ex);
		}
	}

	private static MessageType type(JsonNode json) {
		try {
			return new MessageType(text(json, "detail-type"));
		}
		catch (IllegalArgumentException ex) {
			throw new UnprocessableMessageException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static Instant time(JsonNode json) {
		try {
			return Instant.parse(text(json, "time"));
		}
		catch (DateTimeParseException ex) {
			throw new UnprocessableMessageException("'time' is no ISO-8601 instant", ex);
		}
	}

	private static List<String> resources(JsonNode json) {
		List<String> resources = new ArrayList<>();
		json.path("resources").forEach((resource) -> resources.add(resource.asString()));
		return resources;
	}

	private static JsonNode object(JsonNode parent, String name) {
		JsonNode node = parent.path(name);
		if (!node.isObject()) {
			throw new UnprocessableMessageException("The envelope has no '" + name + "'");
		}
		return node;
	}

	private static String text(JsonNode parent, String name) {
		String text = optionalText(parent, name);
		if (text == null || text.isBlank()) {
			throw new UnprocessableMessageException("The envelope has no '" + name + "'");
		}
		return text;
	}

	private static @Nullable String optionalText(JsonNode parent, String name) {
		JsonNode node = parent.path(name);
		return node.isString() ? node.asString() : null;
	}

	/** Jackson's own words without the source excerpt, which could hold people's data. */
	private static String reason(Exception ex) {
		return (ex instanceof JacksonException jackson) ? jackson.getOriginalMessage()
				: String.valueOf(ex.getMessage());
	}

}
