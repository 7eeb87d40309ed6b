package io.safelight.purchase.order;

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
 * The orders. Thread-safe.
 */
public class Orders {

	public static final Table TABLE = Table.of("safelight-purchase-orders", "orderId")
		.indexedBy("buyer", "buyerId", "placedAt")
		.indexedBy("due", "work", "dueAt");

	private final Store store;

	public Orders(Store store) {
		this.store = store;
	}

	Optional<Order> find(String orderId) {
		return this.store.find(TABLE, TABLE.key(orderId), Order.class);
	}

	Page<Order> of(String buyerId, int limit, @Nullable String cursor) {
		return this.store.query(Query.of(TABLE, "buyer", buyerId).newestFirst().limit(limit).after(cursor),
				Order.class);
	}

	/** Orders that should be finished by now. The index may lag behind. */
	List<Order> due(Instant now) {
		return this.store.query(Query.of(TABLE, "due", Order.UNFINISHED).upTo(SortableTime.of(now)), Order.class)
			.items();
	}

	static Changes saved(Order order) {
		return Changes.none().put(TABLE, order, Condition.version(order.version() - 1));
	}

}
