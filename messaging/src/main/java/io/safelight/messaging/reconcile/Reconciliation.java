package io.safelight.messaging.reconcile;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.inbox.SeenMessages;
import io.safelight.messaging.observability.ReconcilerMetrics;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.SentLedger;

/**
 * What every service says and hears, besides its own messages, so that none is lost
 * without a word.
 */
public final class Reconciliation {

	private final SeenMessages seen;

	private final SentLedger ledger;

	private final Outbox outbox;

	private final ReconcilerMetrics metrics;

	public Reconciliation(SeenMessages seen, SentLedger ledger, Outbox outbox, ReconcilerMetrics metrics) {
		this.seen = seen;
		this.ledger = ledger;
		this.outbox = outbox;
		this.metrics = metrics;
	}

	/** A service's routes, and those that it needs for this. */
	public MessageRoutes with(MessageRoutes routes) {
		FindMissing find = new FindMissing(routes, this.seen, this.metrics);
		SendMissing send = new SendMissing(this.ledger, this.outbox, this.metrics);
		return routes.alsoOn(MessagesSent.TYPE, MessagesSent.class, find::on)
			.alsoOn(MessagesMissing.TYPE, MessagesMissing.class, send::on);
	}

}
