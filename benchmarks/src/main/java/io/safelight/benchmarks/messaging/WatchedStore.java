package io.safelight.benchmarks.messaging;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;

/**
 * Tells of every item that was put, after its commit.
 */
record WatchedStore(Store store, Consumer<Object> watcher) implements Store {

	@Override
	public void commit(List<Write> writes, String token) {
		this.store.commit(writes, token);
		for (Write write : writes) {
			if (write instanceof Write.Put put) {
				this.watcher.accept(put.item());
			}
		}
	}

	@Override
	public <T> Optional<T> find(Table table, Key key, Class<T> type) {
		return this.store.find(table, key, type);
	}

	@Override
	public <T> Page<T> query(Query query, Class<T> type) {
		return this.store.query(query, type);
	}

	@Override
	public <T> Page<T> scan(Query query, Class<T> type) {
		return this.store.scan(query, type);
	}

	@Override
	public void putAll(Table table, List<?> items) {
		this.store.putAll(table, items);
	}

}
