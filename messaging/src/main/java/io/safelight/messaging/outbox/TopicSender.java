package io.safelight.messaging.outbox;

import java.util.List;

/**
 * Gives messages to their topic.
 */
@FunctionalInterface
public interface TopicSender {

	/**
	 * Sends messages of one topic.
	 * @param topic the topic's name
	 * @param messages any number
	 * @return those that the topic has accepted; the others may be sent again
	 */
	List<OutboxMessage> send(String topic, List<OutboxMessage> messages);

}
