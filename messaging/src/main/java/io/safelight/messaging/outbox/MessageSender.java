package io.safelight.messaging.outbox;

import java.util.List;

/**
 * Gives messages to their destination.
 */
@FunctionalInterface
public interface MessageSender {

	/**
	 * Sends messages of one destination.
	 * @param destination the topic or queue
	 * @param messages any number
	 * @return those that it has accepted; the others may be sent again
	 */
	List<OutboxMessage> send(Destination destination, List<OutboxMessage> messages);

	/**
	 * A sender that has one for topics and one for queues.
	 * @param topics who sends to topics
	 * @param queues who sends to queues
	 */
	static MessageSender of(MessageSender topics, MessageSender queues) {
		return (destination, messages) -> switch (destination.kind()) {
			case TOPIC -> topics.send(destination, messages);
			case QUEUE -> queues.send(destination, messages);
		};
	}

}
