package io.safelight.notification.preference;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;

/**
 * What users want. Whoever said nothing gets mails. Thread-safe.
 */
public final class Preferences {

	/** One row for each user who said something. */
	public static final Table TABLE = Table.of("safelight-notification-preferences", "userId");

	private final Store store;

	private final Committer committer;

	public Preferences(Store store, Committer committer) {
		this.store = store;
		this.committer = committer;
	}

	/** Whether this user wants mails. */
	public boolean wantsMail(String userId) {
		return this.store.find(TABLE, TABLE.key(userId), Preference.class).map(Preference::email).orElse(true);
	}

	/**
	 * Notes whether this user wants mails; of two at the same time the later one wins.
	 */
	public void setMail(String userId, boolean wanted) {
		this.committer.commit(Changes.none().put(TABLE, new Preference(userId, wanted), Condition.none()));
	}

	/**
	 * What one user wants.
	 *
	 * @param userId the user
	 * @param email whether mails
	 */
	record Preference(String userId, boolean email) {
	}

}
