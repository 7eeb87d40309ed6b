package io.safelight.messaging.inbox;

import java.time.Instant;

/**
 * What came of a parked message in the end.
 *
 * @param handledAt when it was handled
 * @param note what that changed
 */
public record Aftermath(Instant handledAt, String note) {

	static Aftermath of(HandledMessage handled) {
		return new Aftermath(handled.handledAt(), (handled.changes() > 0)
				? "It was handled: " + handled.changes() + " rows and messages came of it."
				: "It was handled and changed nothing: what it says is older than what is known, or known already.");
	}

}
