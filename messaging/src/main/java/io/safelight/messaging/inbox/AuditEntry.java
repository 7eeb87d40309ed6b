package io.safelight.messaging.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a parked message. Written once, with whatever the decision
 * led to, and never changed. It holds nothing of what the message says.
 *
 * @param pk {@code AUDIT#<parked message's id>#<number from 1>}
 * @param number which decision about this message it was
 * @param at when
 * @param who the user who decided
 * @param reason why, as that user says
 * @param ticket where it is written about, if anywhere
 * @param action what was wanted
 * @param outcome what came of it
 * @param note what that means
 * @param messageId the message's identity, if that could be read
 * @param type the message's type, if that could be read
 * @param bodyHash SHA-256 of its body, in hex
 * @param serviceVersion the version of the service that handles it now
 */
public record AuditEntry(String pk, int number, Instant at, String who, String reason, @Nullable String ticket,
		Action action, Outcome outcome, String note, @Nullable String messageId, @Nullable String type, String bodyHash,
		String serviceVersion) {

	/** What can be wanted of a parked message. */
	public enum Action {

		/** That its consumer gets it once more. */
		REDRIVE,

		/** That nothing more is done about it. */
		DISCARD

	}

	/** What can come of it. */
	public enum Outcome {

		/** It is in the outbox, addressed to its consumer's queue. */
		SENT,

		/** It is set aside for good. */
		DISCARDED,

		/** There was nothing to do any more. */
		NO_OP,

		/** It cannot be done. */
		REFUSED

	}

	static String key(String parkedId, int number) {
		return "AUDIT#" + parkedId + "#" + number;
	}

}
