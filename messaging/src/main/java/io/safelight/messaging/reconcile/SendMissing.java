package io.safelight.messaging.reconcile;

import java.util.Map;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.observability.ReconcilerMetrics;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.outbox.Replay;
import io.safelight.messaging.outbox.SentLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sender's answer: sends what is missing once more, exactly as it was, to the one
 * queue that asked. Thread-safe.
 */
final class SendMissing {

	private static final Logger log = LoggerFactory.getLogger(SendMissing.class);

	private final SentLedger ledger;

	private final Outbox outbox;

	private final ReconcilerMetrics metrics;

	SendMissing(SentLedger ledger, Outbox outbox, ReconcilerMetrics metrics) {
		this.ledger = ledger;
		this.outbox = outbox;
		this.metrics = metrics;
	}

	Changes on(MessagesMissing question, MessageContext context) {
		Map<String, OutboxMessage> history = this.ledger.history(question.messageIds());
		Changes changes = Changes.none();
		for (String id : question.messageIds()) {
			OutboxMessage sent = history.get(id);
			if (sent == null) {
				log.error("{} never got {} of {}, and it is not in the outbox any more", question.queue(), id,
						question.topic());
				this.metrics.irretrievable();
			}
			else {
				changes = changes.write(this.outbox.again(Replay.of(context.id(), question.queue(), sent.body())));
			}
		}
		this.metrics.repeated(history.size());
		return changes;
	}

}
