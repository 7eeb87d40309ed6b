package io.safelight.purchase.licence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * The licences. Thread-safe.
 */
public class Licences {

	public static final Table TABLE = Table.of("safelight-purchase-licences", "licenceId")
		.indexedBy("buyer", "buyerId", "issuedAt")
		.indexedBy("due", "work", "dueAt");

	private final Store store;

	public Licences(Store store) {
		this.store = store;
	}

	public Optional<Licence> find(String licenceId) {
		return this.store.find(TABLE, TABLE.key(licenceId), Licence.class);
	}

	/** A licence, if it is this buyer's. */
	public Optional<Licence> find(String licenceId, String buyerId) {
		return find(licenceId).filter((licence) -> licence.buyerId().equals(buyerId));
	}

	/** A buyer's licences, newest first. */
	public Page<Licence> of(String buyerId, int limit, @Nullable String cursor) {
		return this.store.query(Query.of(TABLE, "buyer", buyerId).newestFirst().limit(limit).after(cursor),
				Licence.class);
	}

	/** Licences whose copy should be there by now. The index may lag behind. */
	public List<Licence> due(Instant now) {
		return this.store.query(Query.of(TABLE, "due", Licence.COPYING).upTo(SortableTime.of(now)), Licence.class)
			.items();
	}

	/** Saves the next version of a licence, or the first. */
	public static Changes saved(Licence licence) {
		return Changes.none().put(TABLE, licence, Condition.version(licence.version() - 1));
	}

}
