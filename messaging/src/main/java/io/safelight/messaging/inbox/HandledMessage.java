package io.safelight.messaging.inbox;

import java.time.Instant;

/**
 * The fact that a consumer has handled a message. Its row is written together with
 * whatever the message changed, so the one is there exactly if the other is.
 *
 * @param pk {@code IN#<message id>}
 * @param type the message's type
 * @param commitId which commit it was, so that a commit whose answer was lost recognises
 * itself
 * @param handledAt when
 * @param changes how many rows it changed and messages it led to; 0 if it was older than
 * what was known, or known already
 * @param expiresAt when the row may be forgotten, in epoch seconds. A repeat can come
 * late: SNS tries for 23 days, then a queue and its dead-letter queue keep it for 14.
 */
record HandledMessage(String pk, String type, String commitId, Instant handledAt, int changes, long expiresAt) {

	private static final String PREFIX = "IN#";

	static String key(String messageId) {
		return PREFIX + messageId;
	}

	String messageId() {
		return this.pk.substring(PREFIX.length());
	}

}
