package io.safelight.messaging.audit;

import java.time.Clock;

import io.safelight.messaging.Changes;
import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * What people did by hand in this service. An entry is part of the changes that it is
 * about, so that nothing is done that is not written down, and nothing is written down
 * that was not done. Thread-safe.
 */
public final class AuditTrail {

	private final Store store;

	private final Table table;

	private final Clock clock;

	public AuditTrail(Store store, String service, Clock clock) {
		this.store = store;
		this.table = MessageTable.of(service);
		this.clock = clock;
	}

	/**
	 * What has to be committed together with the action itself.
	 * @param who the user
	 * @param action what is done, such as {@code revoke}
	 * @param what to which thing
	 * @param reason why, or null where nobody is asked
	 * @param note what comes of it, for people
	 */
	public Changes entry(String who, String action, Subject what, @Nullable String reason, String note) {
		AuditedAction entry = new AuditedAction(AuditedAction.key(what.kind(), what.id(), what.occasion()),
				AuditedAction.WORK, SortableTime.of(this.clock.instant()), who, action, what.kind(), what.id(), reason,
				note);
		return Changes.none().put(this.table, entry, Condition.absent());
	}

	/** What was done, newest first. The index may lag behind for a moment. */
	public Page<AuditedAction> newestFirst(int limit, @Nullable String cursor) {
		return this.store.query(
				Query.of(this.table, MessageTable.WORK, AuditedAction.WORK).newestFirst().limit(limit).after(cursor),
				AuditedAction.class);
	}

	/**
	 * What something is done to.
	 *
	 * @param kind the kind of thing, such as {@code licence}
	 * @param id which one
	 * @param occasion tells this from what is done to the same thing at another time,
	 * such as the version that the thing gets by it
	 */
	public record Subject(String kind, String id, String occasion) {
	}

}
