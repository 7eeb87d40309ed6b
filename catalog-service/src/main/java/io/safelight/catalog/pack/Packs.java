package io.safelight.catalog.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * All packs. There are few of them, since administrators make them by hand: one partition
 * of an index holds those on sale. Thread-safe.
 */
public final class Packs {

	static final String SHELF = "ON_SALE";

	/** Where they are kept. */
	public static final Table TABLE = Table.of("safelight-catalog-packs", "packId")
		.indexedBy("shelf", "shelf", "createdAt");

	private final Store store;

	public Packs(Store store) {
		this.store = store;
	}

	Optional<Pack> find(String packId) {
		return this.store.find(TABLE, TABLE.key(packId), Pack.class);
	}

	/** Packs on sale, newest first. */
	Page<Pack> onSale(int limit, @Nullable String cursor) {
		return this.store.query(Query.of(TABLE, "shelf", SHELF).newestFirst().limit(limit).after(cursor), Pack.class);
	}

	/** Packs that were not taken away, in no order: few enough for one look. */
	Page<Pack> all(int limit, @Nullable String cursor) {
		Page<Pack> page = this.store.scan(Query.of(TABLE, "").limit(limit).after(cursor), Pack.class);
		return new Page<>(page.items().stream().filter((pack) -> pack.state() != PackState.WITHDRAWN).toList(),
				page.cursor());
	}

	/**
	 * Packs on sale with this photo. Reads the whole table: an index would lag behind,
	 * and a pack that was made a moment ago must not be missed.
	 */
	List<Pack> onSaleWith(String photoId) {
		List<Pack> found = new ArrayList<>();
		Query query = Query.of(TABLE, "");
		Page<Pack> page;
		do {
			page = this.store.scan(query, Pack.class);
			page.items()
				.stream()
				.filter((pack) -> pack.state() == PackState.ON_SALE && pack.contains(photoId))
				.forEach(found::add);
			query = query.after(page.cursor());
		}
		while (page.cursor() != null);
		return found;
	}

}
