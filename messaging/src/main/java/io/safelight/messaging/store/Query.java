package io.safelight.messaging.store;

import org.jspecify.annotations.Nullable;

/**
 * Rows of one partition of a table or of one of its indexes, in the order of the sort
 * key. Indexes are eventually consistent; tables are read consistently.
 *
 * @param table the table
 * @param index the index, or null for the table itself
 * @param partition the value of the partition key
 * @param sortPrefix only rows whose sort key begins with this, or null
 * @param sortFrom only rows whose sort key is at least this, or null
 * @param sortUpTo only rows whose sort key is at most this, or null; of prefix, lower and
 * upper bound only one can be given
 * @param descending newest first
 * @param limit the most rows of one page, at least 1
 * @param cursor where the last page ended, or null for the first page
 */
public record Query(Table table, Table.@Nullable Index index, String partition, @Nullable String sortPrefix,
		@Nullable String sortFrom, @Nullable String sortUpTo, boolean descending, int limit, @Nullable String cursor) {

	private static final int DEFAULT_LIMIT = 100;

	public static Query of(Table table, String partition) {
		return new Query(table, null, partition, null, null, null, false, DEFAULT_LIMIT, null);
	}

	public static Query of(Table table, String indexName, String partition) {
		return new Query(table, table.index(indexName), partition, null, null, null, false, DEFAULT_LIMIT, null);
	}

	public Query beginningWith(String prefix) {
		return new Query(this.table, this.index, this.partition, prefix, null, null, this.descending, this.limit,
				this.cursor);
	}

	public Query from(String sortValue) {
		return new Query(this.table, this.index, this.partition, null, sortValue, null, this.descending, this.limit,
				this.cursor);
	}

	public Query upTo(String sortValue) {
		return new Query(this.table, this.index, this.partition, null, null, sortValue, this.descending, this.limit,
				this.cursor);
	}

	public Query newestFirst() {
		return new Query(this.table, this.index, this.partition, this.sortPrefix, this.sortFrom, this.sortUpTo, true,
				this.limit, this.cursor);
	}

	public Query limit(int rows) {
		return new Query(this.table, this.index, this.partition, this.sortPrefix, this.sortFrom, this.sortUpTo,
				this.descending, rows, this.cursor);
	}

	public Query after(@Nullable String pageCursor) {
		return new Query(this.table, this.index, this.partition, this.sortPrefix, this.sortFrom, this.sortUpTo,
				this.descending, this.limit, pageCursor);
	}

}
