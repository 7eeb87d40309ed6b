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
		return due(Licence.COPYING, now);
	}

	/** How many copies cannot be made now; stops counting after a page. */
	public long blocked() {
		return this.store.query(Query.of(TABLE, "due", Licence.COPYING), Licence.class)
			.items()
			.stream()
			.filter((licence) -> licence.state() == LicenceState.COPY_BLOCKED)
			.count();
	}

	/** Revoked licences whose copy should be gone by now. The index may lag behind. */
	public List<Licence> toDiscard(Instant now) {
		return due(Licence.DISCARDING, now);
	}

	private List<Licence> due(String work, Instant now) {
		return this.store.query(Query.of(TABLE, "due", work).upTo(SortableTime.of(now)), Licence.class).items();
	}

	/** As part of other changes: nothing has become of the licence since it was read. */
	public static Changes unchanged(Licence licence) {
		return Changes.none().check(TABLE, TABLE.key(licence.licenceId()), Condition.version(licence.version()));
	}

	/** Saves the next version of a licence, or the first. */
	public static Changes saved(Licence licence) {
		return Changes.none().put(TABLE, licence, Condition.version(licence.version() - 1));
	}

}
