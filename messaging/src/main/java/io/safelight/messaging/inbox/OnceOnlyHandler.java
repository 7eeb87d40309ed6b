package io.safelight.messaging.inbox;

import java.util.List;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MessageRoutes.Route;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.envelope.EnvelopeJson;
import io.safelight.messaging.store.ConditionFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a delivery through: read, route, decide, commit once. At-least-once delivery
 * comes in, effectively-once state goes out. Thread-safe.
 */
public final class OnceOnlyHandler {

	private static final Logger log = LoggerFactory.getLogger(OnceOnlyHandler.class);

	/** How often a decision is made anew because the state moved while it was made. */
	private static final int DECISIONS = 5;

	private final MessageRoutes routes;

	private final Inbox inbox;

	private final TransactionalCommitter committer;

	private final ParkedMessages parked;

	public OnceOnlyHandler(MessageRoutes routes, Inbox inbox, TransactionalCommitter committer, ParkedMessages parked) {
		this.routes = routes;
		this.inbox = inbox;
		this.committer = committer;
		this.parked = parked;
	}

	/**
	 * Handles one delivery.
	 * @param body what the queue handed out
	 * @param receiveCount how often it has, from 1
	 * @return what became of it; in every case it may be acknowledged
	 * @throws Exception if it should be delivered again later
	 */
	public Handling handle(String body, int receiveCount) throws Exception {
		try {
			Envelope envelope = EnvelopeJson.read(body);
			try (LogContext context = LogContext.of(envelope)) {
				return handle(envelope, route(envelope), receiveCount);
			}
		}
		catch (UnprocessableMessageException ex) {
			return park(body, this.routes.queue(), Failure.refused(ex));
		}
	}

	/**
	 * Stops trying: the message is parked with its last failure.
	 * @param body what the queue handed out
	 * @param times how often it has
	 * @param last why it could not be handled the last time
	 * @return what became of it; it may be acknowledged
	 */
	public Handling giveUp(String body, int times, Exception last) {
		return setAside(body, this.routes.queue(), Failure.exhausted(times, last));
	}

	/**
	 * Parks a message that is not to be tried any more, unless it was handled after all:
	 * what failed then was only the acknowledgement.
	 * @param body the message
	 * @param foundIn the queue it was found in
	 * @param failure why
	 * @return what became of it; it may be acknowledged there
	 */
	public Handling setAside(String body, String foundIn, Failure failure) {
		return wasHandled(body) ? Handling.DUPLICATE : park(body, foundIn, failure);
	}

	private boolean wasHandled(String body) {
		try {
			return this.inbox.hasHandled(EnvelopeJson.read(body));
		}
		catch (UnprocessableMessageException ex) {
			return false;
		}
	}

	private Handling park(String body, String foundIn, Failure failure) {
		this.parked.park(this.routes.queue(), foundIn, body, failure);
		log.warn("Parked a message of {}: {}", foundIn, failure.reason());
		return Handling.PARKED;
	}

	private Route<?> route(Envelope envelope) {
		return this.routes.route(envelope.type())
			.orElseThrow(() -> new UnprocessableMessageException(
					this.routes.consumer() + " handles no " + envelope.type() + whatNow(envelope.type())));
	}

	private String whatNow(MessageType type) {
		List<MessageType> others = this.routes.otherVersions(type);
		return others.isEmpty() ? ": is its subscription's filter too wide?"
				: ", only " + others + ": redrive it when this service has been upgraded.";
	}

	/**
	 * The inbox is asked beforehand only when the queue says that it is a repeat; the
	 * commit's condition is what counts. State that moved while the handler decided means
	 * deciding anew.
	 */
	private <T> Handling handle(Envelope envelope, Route<T> route, int receiveCount) throws Exception {
		if (receiveCount > 1 && this.inbox.hasHandled(envelope)) {
			return Handling.DUPLICATE;
		}
		T data = EnvelopeJson.read(envelope.data(), route.dataType());
		MessageContext context = MessageContext.of(envelope, receiveCount);
		@Nullable ConditionFailedException moved = null;
		for (int decision = 1; decision <= DECISIONS; decision++) {
			Changes changes = route.handler().handle(data, context);
			try {
				return this.committer.commit(envelope, changes) ? handled(changes) : Handling.DUPLICATE;
			}
			catch (ConditionFailedException ex) {
				moved = ex;
			}
		}
		throw (moved != null) ? moved : new IllegalStateException("unreachable");
	}

	private static Handling handled(Changes changes) {
		return changes.equals(Changes.none()) ? Handling.UNCHANGED : Handling.HANDLED;
	}

}
