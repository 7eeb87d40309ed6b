package io.safelight.messaging.reconcile;

import java.util.List;
import java.util.Objects;

/**
 * {@code messages-missing.v1}: what a consumer never got, and asks its sender for.
 *
 * @param topic the topic it should have come from
 * @param queue the consumer's queue
 * @param messageIds the messages, at most {@value FindMissing#IDS}
 */
public record MessagesMissing(String topic, String queue, List<String> messageIds) {

	/** Its name on the wire. */
	public static final String TYPE = "messages-missing.v1";

	/**
	 * Refuses a question that does not say who asks.
	 * @throws NullPointerException if it does not
	 */
	public MessagesMissing {
		Objects.requireNonNull(queue, "queue is missing");
		messageIds = (messageIds != null) ? List.copyOf(messageIds) : List.of();
	}

}
