package io.safelight.messaging.inbox;

import io.safelight.messaging.inbox.AuditEntry.Action;
import io.safelight.messaging.inbox.AuditEntry.Outcome;
import io.safelight.messaging.inbox.ParkedMessage.State;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a decision, by the state that the message is in.
 *
 * @param outcome what
 * @param note what that means, for people
 * @param state the message's state from then on
 */
record Verdict(Outcome outcome, String note, State state) {

	/**
	 * Judges.
	 * @param action what is wanted
	 * @param message the parked message
	 * @param handled the inbox's row of the message, if it was handled
	 * @param bodyBytes how long its body is
	 * @param mostBytes how long one may be that is sent again
	 */
	static Verdict of(Action action, ParkedMessage message, @Nullable HandledMessage handled, long bodyBytes,
			long mostBytes) {
		if (message.state() != State.PARKED) {
			return new Verdict(Outcome.NO_OP, alreadyDecided(message.state()), message.state());
		}
		if (action == Action.DISCARD) {
			return new Verdict(Outcome.DISCARDED, "It stays here and is not handled.", State.DISCARDED);
		}
		if (handled != null) {
			return new Verdict(Outcome.NO_OP, "It was handled meanwhile, at " + handled.handledAt() + ".",
					State.REDRIVEN);
		}
		if (bodyBytes > mostBytes) {
			return new Verdict(Outcome.REFUSED,
					"It has " + bodyBytes + " bytes; at most " + mostBytes
							+ " can be sent again. Let its sender say it anew and smaller, and discard this.",
					State.PARKED);
		}
		return new Verdict(Outcome.SENT, "It goes to " + message.queue() + " once more, and to no other.",
				State.REDRIVEN);
	}

	private static String alreadyDecided(State state) {
		return (state == State.REDRIVEN) ? "It was redriven already; if it fails again, it will be parked again."
				: "It was discarded already.";
	}

}
