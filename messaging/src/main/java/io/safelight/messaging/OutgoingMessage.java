package io.safelight.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message that a service decided to send.
 *
 * @param topic the name of the topic; a topic that keeps a sequence (.fifo) is told every
 * version of a thing once, without gaps. {@code queue:<name>} for one queue
 * @param type its type
 * @param aggregateId the thing it is about
 * @param aggregateVersion the version of that thing after the change that it tells of
 * @param tenant on whose behalf, if anybody's
 * @param resources ARNs of what it is about
 * @param data a record with what it says; at most 64 KiB as JSON
 */
public record OutgoingMessage(String topic, MessageType type, String aggregateId, long aggregateVersion,
		@Nullable String tenant, List<String> resources, Object data) {

	public OutgoingMessage {
		resources = List.copyOf(resources);
	}

	public static OutgoingMessage to(String topic, String type, String aggregateId, long aggregateVersion,
			Object data) {
		return new OutgoingMessage(topic, new MessageType(type), aggregateId, aggregateVersion, null, List.of(), data);
	}

	/** What only one consumer is to hear, through its queue and past all topics. */
	public static OutgoingMessage toQueue(String queue, String type, String aggregateId, long aggregateVersion,
			Object data) {
		return to("queue:" + queue, type, aggregateId, aggregateVersion, data);
	}

	/** The same, said on another topic; there it is a message of its own. */
	public OutgoingMessage on(String otherTopic) {
		return new OutgoingMessage(otherTopic, this.type, this.aggregateId, this.aggregateVersion, this.tenant,
				this.resources, this.data);
	}

	public OutgoingMessage onBehalfOf(@Nullable String userId) {
		return new OutgoingMessage(this.topic, this.type, this.aggregateId, this.aggregateVersion, userId,
				this.resources, this.data);
	}

}
