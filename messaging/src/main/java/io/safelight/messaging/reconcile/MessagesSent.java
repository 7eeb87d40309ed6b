package io.safelight.messaging.reconcile;

import java.util.List;

/**
 * {@code messages-sent.v1}: what one consumer should have got of a topic.
 *
 * @param topic the topic
 * @param askAt the queue of the sender: there one asks for what is missing
 * @param sent the messages by type, all in all at most {@value Manifests#IDS}
 */
public record MessagesSent(String topic, String askAt, List<OfType> sent) {

	/** Its name on the wire. */
	public static final String TYPE = "messages-sent.v1";

	public MessagesSent {
		sent = (sent != null) ? List.copyOf(sent) : List.of();
	}

	/**
	 * Messages of one type.
	 *
	 * @param type the type
	 * @param messageIds their identities
	 */
	public record OfType(String type, List<String> messageIds) {

		public OfType {
			messageIds = (messageIds != null) ? List.copyOf(messageIds) : List.of();
		}

	}

}
