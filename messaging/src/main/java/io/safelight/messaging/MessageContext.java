package io.safelight.messaging;

import java.time.Instant;

/**
 * What a handler may know of a message besides its data.
 *
 * @param id the message's identity
 * @param type its type
 * @param source the service that sent it
 * @param time when it was decided
 * @param metadata what it says about itself
 * @param receiveCount how often the queue has handed it out, from 1
 */
public record MessageContext(String id, MessageType type, String source, Instant time, Metadata metadata,
		int receiveCount) {

	public static MessageContext of(Envelope envelope, int receiveCount) {
		return new MessageContext(envelope.id(), envelope.type(), envelope.source(), envelope.time(),
				envelope.metadata(), receiveCount);
	}

}
