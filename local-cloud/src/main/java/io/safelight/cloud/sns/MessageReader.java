package io.safelight.cloud.sns;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a message from the parameters of Publish or of an entry of PublishBatch and
 * refuses what SNS refuses.
 */
final class MessageReader {

	static final int LARGEST = 262_144;

	private static final int LONGEST_SUBJECT = 100;

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");

	private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Clock clock;

	MessageReader(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Reads a message.
	 * @param form its parameters
	 * @param topic where it goes
	 * @return the message
	 */
	Message read(Form form, Topic topic) {
		Message message = new Message(UUID.randomUUID().toString(), this.clock.instant(), subject(form), body(form),
				attributes(form), form.optional("MessageGroupId"), form.optional("MessageDeduplicationId"),
				Optional.empty());
		if (message.size() > LARGEST) {
			throw SnsError.invalid("Message too long");
		}
		checkFifo(message, topic);
		return message;
	}

	private static Optional<String> subject(Form form) {
		Optional<String> subject = form.optional("Subject");
		if (subject.isPresent()
				&& (subject.get().length() > LONGEST_SUBJECT || subject.get().chars().anyMatch((c) -> c < ' '))) {
			throw SnsError.invalid("Subject");
		}
		return subject;
	}

	private static String body(Form form) {
		String body = form.text("Message");
		if (body.isEmpty()) {
			throw SnsError.invalid("Empty message");
		}
		return "json".equals(form.text("MessageStructure")) ? ofProtocol(body) : body;
	}

	private static String ofProtocol(String bodies) {
		try {
			JsonNode json = JSON.readTree(bodies);
			if (json.path("default").isString()) {
				return json.path(Subscription.PROTOCOL).asString(json.path("default").stringValue());
			}
			throw SnsError.invalid("Message Structure - No default entry in JSON message body");
		}
		catch (JacksonException ex) {
			throw SnsError.invalid("Message Structure - JSON message body failed to parse");
		}
	}

	private static Map<String, Message.Attribute> attributes(Form form) {
		Map<String, Message.Attribute> attributes = new LinkedHashMap<>();
		for (Form entry : form.elements("MessageAttributes.entry.")) {
			String name = entry.text("Name");
			if (!NAME.matcher(name).matches()) {
				throw SnsError.invalidValue("The message attribute name '" + name + "' is not valid.");
			}
			attributes.put(name, attribute(name, entry));
		}
		return attributes;
	}

	private static Message.Attribute attribute(String name, Form entry) {
		String type = entry.text("Value.DataType");
		if (!TYPE.matcher(type).matches()) {
			throw SnsError.invalidValue("The message attribute '" + name + "' has an invalid message attribute type, "
					+ "the set of supported type prefixes is Binary, Number, and String.");
		}
		String value = entry.text(type.startsWith("Binary") ? "Value.BinaryValue" : "Value.StringValue");
		if (value.isEmpty()) {
			throw SnsError.invalidValue("The message attribute '" + name
					+ "' must contain non-empty message attribute value for message attribute type '" + type + "'.");
		}
		checkNumber(name, type, value);
		return new Message.Attribute(type, value);
	}

	private static void checkNumber(String name, String type, String value) {
		if (type.startsWith("Number")) {
			try {
				new BigDecimal(value);
			}
			catch (NumberFormatException ex) {
				throw SnsError.invalidValue("Could not cast message attribute '" + name + "' value to number.");
			}
		}
	}

	private static void checkFifo(Message message, Topic topic) {
		if (!topic.fifo()) {
			if (message.deduplicationId().isPresent()) {
				throw SnsError.invalid("MessageDeduplicationId Reason: The request includes MessageDeduplicationId "
						+ "parameter that is not valid for this topic type");
			}
			return;
		}
		if (message.groupId().isEmpty()) {
			throw SnsError.invalid("The MessageGroupId parameter is required for FIFO topics");
		}
		if (message.deduplicationId().isEmpty() && !topic.deduplicatesByContent()) {
			throw SnsError.invalid("The topic should either have ContentBasedDeduplication enabled or "
					+ "MessageDeduplicationId provided explicitly");
		}
	}

}
