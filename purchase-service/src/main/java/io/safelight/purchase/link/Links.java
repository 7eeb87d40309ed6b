package io.safelight.purchase.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;

/**
 * The links. Thread-safe.
 */
public class Links {

	public static final Table TABLE = Table.of("safelight-purchase-links", "linkId").indexedBy("due", "work", "dueAt");

	private final Store store;

	public Links(Store store) {
		this.store = store;
	}

	/** A link, if it is this buyer's. */
	Optional<Link> find(String linkId, String buyerId) {
		return find(linkId).filter((link) -> link.buyerId().equals(buyerId));
	}

	Optional<Link> find(String linkId) {
		return Ulid.isUlid(linkId) ? this.store.find(TABLE, TABLE.key(linkId), Link.class) : Optional.empty();
	}

	/** Links that time alone has ended, or their leases. The index may lag behind. */
	List<Link> due(Instant now) {
		return this.store.query(Query.of(TABLE, "due", Link.OPEN).upTo(SortableTime.of(now)), Link.class).items();
	}

	static Changes saved(Link link) {
		return Changes.none().put(TABLE, link, Condition.version(link.version() - 1));
	}

}
