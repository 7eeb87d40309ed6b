package io.safelight.search.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;

/**
 * All rows, and the order in which they changed. Thread-safe.
 */
public final class SearchDocuments {

	/** Where the rows are. */
	public static final Table TABLE = Table.of("safelight-search-documents", "photoId")
		.indexedBy("changes", "shard", "changedAt");

	/** Where it is written which table this is; see {@link #generation()}. */
	public static final Table GENERATIONS = Table.of("safelight-search-generations", "name");

	private static final int SHARDS = 4;

	private static final int PAGE = 200;

	private static final String DOCUMENTS = "documents";

	private final Store store;

	public SearchDocuments(Store store) {
		this.store = store;
	}

	static String shard(String photoId) {
		return "changes-" + Math.floorMod(photoId.hashCode(), SHARDS);
	}

	public Optional<SearchDocument> find(String photoId) {
		return this.store.find(TABLE, TABLE.key(photoId), SearchDocument.class);
	}

	/** Every row, in no order, page by page. */
	public void all(Consumer<SearchDocument> each) {
		Query query = Query.of(TABLE, "").limit(PAGE);
		Page<SearchDocument> page;
		do {
			page = this.store.scan(query, SearchDocument.class);
			page.items().forEach(each);
			query = query.after(page.cursor());
		}
		while (page.cursor() != null);
	}

	/**
	 * Rows that changed at this time or later, in no order. The index that this reads
	 * lags a little behind the table: ask again for a time that has passed.
	 */
	public void changedSince(Instant time, Consumer<SearchDocument> each) {
		for (int shard = 0; shard < SHARDS; shard++) {
			changedSince(SortableTime.of(time),
					Query.of(TABLE, "changes", "changes-" + shard).newestFirst().limit(PAGE), each);
		}
	}

	private void changedSince(String time, Query newestFirst, Consumer<SearchDocument> each) {
		Query query = newestFirst;
		Page<SearchDocument> page;
		do {
			page = this.store.query(query, SearchDocument.class);
			for (SearchDocument document : page.items()) {
				if (document.changedAt().compareTo(time) < 0) {
					return;
				}
				each.accept(document);
			}
			query = query.after(page.cursor());
		}
		while (page.cursor() != null);
	}

	/**
	 * The identity of this table, made at the first call. An index that was made from
	 * another table (a deleted one, another account's) is recognised by it.
	 */
	public String generation() {
		return storedGeneration().orElseGet(this::newGeneration);
	}

	private Optional<String> storedGeneration() {
		return this.store.find(GENERATIONS, GENERATIONS.key(DOCUMENTS), Generation.class).map(Generation::id);
	}

	private String newGeneration() {
		Generation generation = new Generation(DOCUMENTS, UUID.randomUUID().toString());
		try {
			this.store.commit(List.of(new Write.Put(GENERATIONS, generation, Condition.absent())), generation.id());
			return generation.id();
		}
		catch (ConditionFailedException ex) {
			return storedGeneration().orElseThrow(() -> ex);
		}
	}

	/**
	 * Which table this is.
	 *
	 * @param name always the same
	 * @param id a UUID
	 */
	record Generation(String name, String id) {
	}

}
