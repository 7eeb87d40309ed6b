package io.safelight.messaging.store;

import java.util.List;
import java.util.Optional;

/**
 * A service's rows. Implementations are safe for use by several threads.
 */
public interface Store {

	/**
	 * Reads one row, consistently: every commit that was made before is seen.
	 * @param <T> the record that stands for the row
	 * @param table where
	 * @param key which row
	 * @param type the record's class; attributes that it does not name are ignored
	 * @return the row, or empty if there is none
	 */
	<T> Optional<T> find(Table table, Key key, Class<T> type);

	/**
	 * Reads some rows, consistently; those that are not there are left out.
	 * @param <T> the record that stands for the row
	 * @param table where
	 * @param keys which rows, each once, any number
	 * @param type the record's class
	 * @return the rows that are there, in no order
	 */
	default <T> List<T> findAll(Table table, List<Key> keys, Class<T> type) {
		return keys.stream().flatMap((key) -> find(table, key, type).stream()).toList();
	}

	/**
	 * Reads a page of rows.
	 * @param <T> the record that stands for a row
	 * @param query which rows
	 * @param type the record's class
	 * @return at most {@code query.limit()} rows
	 * @throws IllegalArgumentException if the query's cursor is not one of ours
	 */
	<T> Page<T> query(Query query, Class<T> type);

	/**
	 * Reads a page of a whole table, in no order. For audits and rebuilds, not for
	 * requests.
	 * @param <T> the record that stands for a row
	 * @param query its partition is ignored
	 * @param type the record's class
	 * @return at most {@code query.limit()} rows
	 */
	<T> Page<T> scan(Query query, Class<T> type);

	/**
	 * Makes all writes, or none.
	 * @param writes at most 100, of different rows
	 * @param token the same token within ten minutes makes the same commit once only, so
	 * that a commit whose answer was lost can be repeated
	 * @throws ConditionFailedException if a condition does not hold
	 * @throws StoreBusyException if other commits are changing the same rows: try again
	 */
	void commit(List<Write> writes, String token);

	/**
	 * Puts rows in batches without any condition and not atomically: only for writes that
	 * may be repeated or lost and made again.
	 * @param table where
	 * @param items records, as in {@link Write.Put}
	 */
	void putAll(Table table, List<?> items);

}
