package io.safelight.messaging.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.outbox.SentLedger;
import io.safelight.messaging.outbox.SentMessages;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * The sender's part: tells each consumer, through its own queue and past the topic, what
 * the topic took for it. One pass is one call; the timer is outside. Several instances
 * may do it at once: what was sent is taken off the ledger in the commit that lists it,
 * so it is listed once.
 */
public final class ListSent {

	/** Rounds of one commit, which has room for about 90 writes. */
	private static final int ROUNDS = 40;

	private final SentLedger ledger;

	private final Manifests manifests;

	private final Committer committer;

	private final Duration grace;

	private final Clock clock;

	/**
	 * The sender's part.
	 * @param ledger what was sent
	 * @param subscriptions who should have got it
	 * @param askAt the sender's own queue
	 * @param committer makes it so
	 * @param grace how old a message must be: long enough that it would have been handled
	 * @param clock the time
	 */
	public ListSent(SentLedger ledger, Subscriptions subscriptions, String askAt, Committer committer, Duration grace,
			Clock clock) {
		this.ledger = ledger;
		this.manifests = new Manifests(subscriptions, askAt);
		this.committer = committer;
		this.grace = grace;
		this.clock = clock;
	}

	/** Lists everything that is old enough. */
	public void list() {
		Instant until = this.clock.instant().minus(this.grace);
		@Nullable String cursor = null;
		do {
			Page<SentMessages> page = this.ledger.sentUntil(until, ROUNDS, cursor);
			list(page);
			cursor = page.cursor();
		}
		while (cursor != null);
	}

	private void list(Page<SentMessages> page) {
		if (page.items().isEmpty()) {
			return;
		}
		Changes changes = this.ledger.reconciled(page.items());
		for (OutgoingMessage manifest : this.manifests.of(page.items())) {
			changes = changes.publish(manifest);
		}
		try {
			this.committer.commit(changes);
		}
		catch (ConditionFailedException ex) {
			// Another instance lists some of these; the next pass sees what is left.
			return;
		}
	}

}
