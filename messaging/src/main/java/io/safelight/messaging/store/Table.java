package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table of one service. All key attributes are strings; times in keys are written by
 * {@link SortableTime}.
 *
 * @param name the name of the table, {@code safelight-<owner>-<thing>}
 * @param partitionKey the attribute that rows are spread by
 * @param sortKey the attribute that rows of one partition are ordered by, if any
 * @param indexes secondary indexes; a row is in an index only while it has the index's
 * attributes (a sparse index)
 * @param expiry the attribute with the epoch second after which a row may be forgotten,
 * if any
 */
public record Table(String name, String partitionKey, @Nullable String sortKey, List<Index> indexes,
		@Nullable String expiry) {

	public Table {
		indexes = List.copyOf(indexes);
	}

	public static Table of(String name, String partitionKey) {
		return new Table(name, partitionKey, null, List.of(), null);
	}

	public Table sortedBy(String sortKey) {
		return new Table(this.name, this.partitionKey, sortKey, this.indexes, this.expiry);
	}

	public Table indexedBy(String indexName, String partitionKey, @Nullable String sortKey) {
		List<Index> all = new ArrayList<>(this.indexes);
		all.add(new Index(indexName, partitionKey, sortKey));
		return new Table(this.name, this.partitionKey, this.sortKey, all, this.expiry);
	}

	public Table expiringAt(String attribute) {
		return new Table(this.name, this.partitionKey, this.sortKey, this.indexes, attribute);
	}

	/**
	 * The index of this name.
	 * @throws IllegalArgumentException if the table has no such index
	 */
	public Index index(String indexName) {
		return this.indexes.stream()
			.filter((index) -> index.name().equals(indexName))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(this.name + " has no index '" + indexName + "'"));
	}

	public Key key(String partition) {
		return new Key(partition, null);
	}

	public Key key(String partition, String sort) {
		return new Key(partition, sort);
	}

	/**
	 * A secondary index.
	 *
	 * @param name the name of the index
	 * @param partitionKey the attribute that rows are found by
	 * @param sortKey the attribute that they are ordered by, if any
	 */
	public record Index(String name, String partitionKey, @Nullable String sortKey) {
	}

}
