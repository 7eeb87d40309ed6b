package io.safelight.messaging.outbox;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds messages that were committed but not sent, because the process died or the topic
 * refused, and sends them. One pass is one call; the timer is outside.
 */
public final class OutboxSweeper {

	private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);

	private static final int BATCH = 100;

	private final Outbox outbox;

	private final OutboxRelay relay;

	public OutboxSweeper(Outbox outbox, OutboxRelay relay) {
		this.outbox = outbox;
		this.relay = relay;
	}

	/**
	 * Sends what was left behind, until nothing is left that is free.
	 * @return how many messages were sent
	 */
	public int sweep() {
		int sent = 0;
		List<OutboxMessage> claimed = this.outbox.claim(BATCH);
		while (!claimed.isEmpty()) {
			int accepted = this.relay.send(claimed);
			sent += accepted;
			claimed = (accepted > 0) ? this.outbox.claim(BATCH) : List.of();
		}
		if (sent > 0) {
			log.info("Sent {} messages that were left in the outbox", sent);
		}
		return sent;
	}

}
