package io.safelight.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.safelight.messaging.Cause;
import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.Ids;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.StoreBusyException;
import io.safelight.messaging.store.Write;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * One transaction for everything: what was handled, what changed, what is to be said.
 * Thread-safe.
 */
public final class TransactionalCommitter implements Committer {

	/** Conflicts and lost answers are met with this many tries of the same commit. */
	private static final int TRIES = 6;

	private static final Duration FIRST_WAIT = Duration.ofMillis(20);

	private final Store store;

	private final Outbox outbox;

	private final OutboxRelay relay;

	private final Inbox inbox;

	private final Ids ids;

	private final Pause pause;

	public TransactionalCommitter(Store store, Outbox outbox, OutboxRelay relay, Inbox inbox, Ids ids, Pause pause) {
		this.store = store;
		this.outbox = outbox;
		this.relay = relay;
		this.inbox = inbox;
		this.ids = ids;
		this.pause = pause;
	}

	@Override
	public void commit(Changes changes) {
		List<OutboxMessage> messages = this.outbox.rows(changes, Cause.request(this.ids.next()));
		List<Write> said = this.outbox.writes(messages);
		List<Write> writes = new ArrayList<>(changes.writes());
		writes.addAll(said);
		try {
			commit(writes, this.ids.next());
		}
		catch (ConditionFailedException ex) {
			// Nobody else could give these messages their ids: where they are there
			// already, it was this very commit, whose answer was lost. In a sequence
			// that is not so: an id there belongs to a version, whoever makes it.
			if (Collections.disjoint(ex.refused(), ownOnly(messages))) {
				throw ex;
			}
		}
		this.relay.enqueue(messages);
	}

	private List<Write> ownOnly(List<OutboxMessage> messages) {
		return this.outbox
			.writes(messages.stream().filter((message) -> !message.destination().keepsSequence()).toList());
	}

	/**
	 * Commits what a handler has decided, together with the fact that the message was
	 * handled.
	 * @return whether it was this commit that handled the message
	 * @throws ConditionFailedException if a condition of the changes does not hold: the
	 * state has moved on since the handler read it
	 */
	boolean commit(Envelope envelope, Changes changes) {
		String commitId = this.ids.next();
		List<OutboxMessage> messages = this.outbox.rows(changes, Cause.message(envelope));
		Write handled = this.inbox.handled(envelope, commitId, changes);
		List<Write> writes = new ArrayList<>(List.of(handled));
		writes.addAll(changes.writes());
		writes.addAll(this.outbox.writes(messages));
		try {
			commit(writes, commitId);
		}
		catch (ConditionFailedException ex) {
			if (!ex.refused().contains(handled)) {
				throw ex;
			}
			if (!this.inbox.wasHandledBy(envelope, commitId)) {
				return false;
			}
			// Our own commit, whose answer was lost: it is done, and its messages are
			// ours.
		}
		this.relay.enqueue(messages);
		return true;
	}

	/**
	 * Tries again with the same token when others were quicker or the answer was lost: a
	 * commit that was made after all is not made twice.
	 */
	private void commit(List<Write> writes, String token) {
		for (int attempt = 1;; attempt++) {
			try {
				this.store.commit(writes, token);
				return;
			}
			catch (StoreBusyException | SdkClientException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
				this.pause.upTo(FIRST_WAIT.multipliedBy(1L << attempt));
			}
		}
	}

}
