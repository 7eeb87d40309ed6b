package io.safelight.messaging.outbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is written on the outside of a message, for filters and traces. It is the same by
 * way of a topic and past it.
 *
 * <p>
 * The list is fixed, and far from the ten that SQS takes: with raw delivery, an eleventh
 * attribute makes SNS drop the message without a word
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html).
 */
public final class MessageAttributes {

	/** The most that we write, so that tracing agents find room for theirs. */
	static final int MOST = 8;

	/** Tells that a message is sent once more, by a redrive or the reconciler. */
	public static final String REPLAY = "replay";

	private MessageAttributes() {
	}

	/** The attributes of a message by name; none is empty, as SNS would refuse that. */
	public static Map<String, String> of(OutboxMessage message) {
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("detail-type", message.type());
		attributes.put("message-id", message.messageId());
		attributes.put("traceparent", message.traceparent());
		if (message.tenant() != null) {
			attributes.put("tenant", message.tenant());
		}
		if (message.isReplay()) {
			attributes.put(REPLAY, "true");
		}
		attributes.values().removeIf(String::isEmpty);
		return checked(attributes);
	}

	/**
	 * Refuses more than {@value #MOST}: a message that would be dropped must not be sent.
	 * @throws IllegalStateException if there are more
	 */
	static Map<String, String> checked(Map<String, String> attributes) {
		if (attributes.size() > MOST) {
			throw new IllegalStateException("A message may have " + MOST + " attributes, not " + attributes.size()
					+ ": " + attributes.keySet() + "; put what is new into the envelope");
		}
		return attributes;
	}

}
