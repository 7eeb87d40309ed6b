package io.safelight.messaging.inbox;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled, kept for a person to look at. The row stays after
 * somebody has decided about it, so that it is known.
 *
 * @param pk {@code PARKED#<hash of queue and body>}: the same message is parked once
 * @param work {@code PARKED} while it waits for a decision, so that those can be listed;
 * absent afterwards
 * @param since when it was first seen, as {@link SortableTime}
 * @param version counts the changes of this row
 * @param state whether it waits
 * @param lastSeen when it was last seen
 * @param times how often it was seen
 * @param decisions how often somebody decided about it
 * @param queue the queue of its consumer
 * @param foundIn the queue it was last found in: that one, or a dead-letter queue of it
 * @param messageId its identity, if that could be read
 * @param type its type, if that could be read
 * @param aggregateId what it is about, if that could be read
 * @param reason why it could not be handled the last time
 * @param stackHash the same for the same cause, if something was thrown
 * @param serviceVersion the version of the service that could not handle it
 * @param bodyHash SHA-256 of the whole body, in hex
 * @param parts how many further rows hold the rest of the body
 * @param body the message as it came; its beginning only, if there are further parts
 */
public record ParkedMessage(String pk, @Nullable String work, String since, long version, State state, String lastSeen,
		int times, int decisions, String queue, String foundIn, @Nullable String messageId, @Nullable String type,
		@Nullable String aggregateId, String reason, @Nullable String stackHash, String serviceVersion, String bodyHash,
		int parts, String body) {

	static final String WORK = "PARKED";

	/** What becomes of a parked message. */
	public enum State {

		/** It waits for a decision. */
		PARKED,

		/** It was sent to its queue again. */
		REDRIVEN,

		/** Somebody decided that nothing is to be done. */
		DISCARDED

	}

	static String key(String id) {
		return "PARKED#" + id;
	}

	/** The parked message's identity: what stands behind {@code PARKED#}. */
	public String id() {
		return this.pk.substring("PARKED#".length());
	}

	static ParkedMessage first(String id, String time, String queue, String foundIn, @Nullable Envelope envelope,
			Failure failure, String serviceVersion, String body) {
		String head = ParkedBody.pieces(body).getFirst();
		int parts = ParkedBody.pieces(body).size() - 1;
		return new ParkedMessage(key(id), WORK, time, 1, State.PARKED, time, 1, 0, queue, foundIn,
				(envelope != null) ? envelope.id() : null, (envelope != null) ? envelope.type().name() : null,
				(envelope != null) ? envelope.metadata().aggregateId() : null, failure.reason(), failure.stackHash(),
				serviceVersion, Failure.sha256(body), parts, head);
	}

	/** It waits again, whatever was decided about it. */
	ParkedMessage seenAgain(String time, String where, Failure failure, String handledBy) {
		return new ParkedMessage(this.pk, WORK, this.since, this.version + 1, State.PARKED, time, this.times + 1,
				this.decisions, this.queue, where, this.messageId, this.type, this.aggregateId, failure.reason(),
				failure.stackHash(), handledBy, this.bodyHash, this.parts, this.body);
	}

	/** Somebody decided. */
	ParkedMessage decided(State newState) {
		return new ParkedMessage(this.pk, (newState == State.PARKED) ? this.work : null, this.since, this.version + 1,
				newState, this.lastSeen, this.times, this.decisions + 1, this.queue, this.foundIn, this.messageId,
				this.type, this.aggregateId, this.reason, this.stackHash, this.serviceVersion, this.bodyHash,
				this.parts, this.body);
	}

}
