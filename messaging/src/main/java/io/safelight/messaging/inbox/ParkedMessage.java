package io.safelight.messaging.inbox;

import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled, kept for a person to look at.
 *
 * @param pk {@code PARKED#<hash of the body>}: the same message is parked once
 * @param work {@code PARKED}, so that parked messages can be listed
 * @param since when it was first seen, as {@link SortableTime}
 * @param lastSeen when it was last seen
 * @param times how often it was seen
 * @param queue the queue it came from
 * @param messageId its identity, if that could be read
 * @param type its type, if that could be read
 * @param reason why it could not be handled
 * @param body the message as it came
 */
public record ParkedMessage(String pk, String work, String since, String lastSeen, int times, String queue,
		@Nullable String messageId, @Nullable String type, String reason, String body) {

	static final String WORK = "PARKED";

	static String key(String id) {
		return "PARKED#" + id;
	}

	/** The parked message's identity: what stands behind {@code PARKED#}. */
	public String id() {
		return this.pk.substring("PARKED#".length());
	}

	ParkedMessage seenAgain(String time) {
		return new ParkedMessage(this.pk, this.work, this.since, time, this.times + 1, this.queue, this.messageId,
				this.type, this.reason, this.body);
	}

}
