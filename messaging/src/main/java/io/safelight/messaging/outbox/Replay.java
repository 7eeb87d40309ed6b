package io.safelight.messaging.outbox;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.jspecify.annotations.Nullable;

/**
 * A message that one consumer is to get once more, exactly as it was said: with its
 * identity, so that the consumer's inbox still decides whether it takes effect.
 *
 * @param occasion what makes this replay another than the next; the same occasion is the
 * same row, and sends once
 * @param queue the consumer's queue
 * @param messageId the message's identity; of a message that cannot be read, any
 * @param type its type, or {@code unknown}
 * @param aggregateId what it is about
 * @param traceparent its trace
 * @param tenant on whose behalf, if anybody's
 * @param body the message as it was, at most {@link MessageBatches#MAX_BYTES}
 */
public record Replay(String occasion, String queue, String messageId, String type, String aggregateId,
		String traceparent, @Nullable String tenant, String body) {

	/** A message that can be read. */
	public static Replay of(String occasion, String queue, String body) {
		return of(occasion, queue, EnvelopeJson.read(body), body);
	}

	/** A message that was read already. */
	public static Replay of(String occasion, String queue, Envelope envelope, String body) {
		return new Replay(occasion, queue, envelope.id(), envelope.type().name(), envelope.metadata().aggregateId(),
				envelope.metadata().traceparent(), envelope.metadata().tenant(), body);
	}

	/** A body that nobody could read as a message. */
	public static Replay unreadable(String occasion, String queue, String body) {
		String id = MessageIds.of(queue + "|" + body);
		return new Replay(occasion, queue, id, "unknown", id, "", null, body);
	}

}
