package io.safelight.notification.contact;

import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Table;

/**
 * Where a user can be reached, as it was last heard.
 *
 * @param userId the user
 * @param email the address, unchecked: only SES knows what it accepts; empty once the
 * user was forgotten
 * @param heardAt when it was said, as {@code SortableTime}
 * @param version counted from 1
 */
public record Contact(String userId, String email, String heardAt, long version) {

	/** One row for each user. */
	public static final Table TABLE = Table.of("safelight-notification-contacts", "userId");

	/** What stays of somebody who was forgotten: that, and when. */
	static Contact forgotten(String userId, String heardAt, long version) {
		return new Contact(userId, "", heardAt, version);
	}

	boolean isForgotten() {
		return this.email.isEmpty();
	}

	public static Key key(String userId) {
		return TABLE.key(userId);
	}

}
