package io.safelight.messaging.outbox;

import io.safelight.messaging.store.Table;

/**
 * The one table of a service for its messages: what it handled, what it has to say, what
 * it could not understand.
 */
public final class MessageTable {

	/**
	 * The sparse index of rows that still want something done about them, and of what
	 * people did by hand.
	 */
	public static final String WORK = "work";

	private MessageTable() {
	}

	/**
	 * The table of a service.
	 * @param service the service's short name
	 */
	public static Table of(String service) {
		return Table.of("safelight-" + service + "-messages", "pk")
			.indexedBy(WORK, "work", "since")
			.expiringAt("expiresAt");
	}

}
