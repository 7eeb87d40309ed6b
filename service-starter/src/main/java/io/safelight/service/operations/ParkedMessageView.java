package io.safelight.service.operations;

import io.safelight.messaging.inbox.ParkedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A parked message without what it says.
 *
 * @param id its identity among parked messages
 * @param state {@code parked} while it waits, then {@code redriven} or {@code discarded}
 * @param queue the queue of its consumer
 * @param foundIn the queue it was last found in: that one or a dead-letter queue
 * @param messageId the message's identity, if that could be read
 * @param type its type, if that could be read
 * @param aggregateId what it is about, if that could be read
 * @param reason why it could not be handled the last time
 * @param stackHash the same for the same cause
 * @param serviceVersion the version of the service that could not handle it
 * @param firstSeen when
 * @param lastSeen when
 * @param times how often it was seen
 * @param bodySha256 of its body
 * @param decisions how often somebody decided about it
 */
record ParkedMessageView(String id, String state, String queue, String foundIn, @Nullable String messageId,
		@Nullable String type, @Nullable String aggregateId, String reason, @Nullable String stackHash,
		String serviceVersion, String firstSeen, String lastSeen, int times, String bodySha256, int decisions) {

	static ParkedMessageView of(ParkedMessage message) {
		return new ParkedMessageView(message.id(), DecisionView.word(message.state()), message.queue(),
				message.foundIn(), message.messageId(), message.type(), message.aggregateId(), message.reason(),
				message.stackHash(), message.serviceVersion(), message.since(), message.lastSeen(), message.times(),
				message.bodyHash(), message.decisions());
	}

}
