package io.safelight.messaging.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one table with its indexes, each kept in order. Not thread-safe.
 */
final class InMemoryTable {

	private final Table table;

	private final Map<Key, ObjectNode> rows = new HashMap<>();

	/** By index (the table itself is the empty name) and partition, in order. */
	private final Map<String, NavigableMap<String, ObjectNode>> sorted = new HashMap<>();

	InMemoryTable(Table table) {
		this.table = table;
	}

	@Nullable ObjectNode find(Key key) {
		return this.rows.get(key);
	}

	Collection<ObjectNode> rows() {
		return this.rows.values();
	}

	Key key(ObjectNode row) {
		String partition = Objects.requireNonNull(text(row, this.table.partitionKey()),
				() -> "a row of " + this.table.name() + " needs '" + this.table.partitionKey() + "'");
		return new Key(partition, text(row, this.table.sortKey()));
	}

	void put(ObjectNode row) {
		Key key = key(row);
		remove(key);
		this.rows.put(key, row);
		places(row).forEach((place) -> this.sorted.computeIfAbsent(place.partition(), (partition) -> new TreeMap<>())
			.put(place.order(), row));
	}

	void remove(Key key) {
		ObjectNode row = this.rows.remove(key);
		if (row != null) {
			places(row)
				.forEach((place) -> this.sorted.getOrDefault(place.partition(), new TreeMap<>()).remove(place.order()));
		}
	}

	/** The rows of a partition in the query's order, by where they stand. */
	NavigableMap<String, ObjectNode> partition(Query query) {
		String index = (query.index() != null) ? query.index().name() : "";
		NavigableMap<String, ObjectNode> ascending = this.sorted.getOrDefault(index + "|" + query.partition(),
				new TreeMap<>());
		return query.descending() ? ascending.descendingMap() : ascending;
	}

	/** All rows in some order that does not change. */
	NavigableMap<String, ObjectNode> all() {
		NavigableMap<String, ObjectNode> all = new TreeMap<>();
		this.rows.values().forEach((row) -> all.put(order(row, null), row));
		return all;
	}

	private Stream<Place> places(ObjectNode row) {
		List<Table.Index> indexes = this.table.indexes();
		Stream<Place> own = Stream
			.of(new Place("|" + text(row, this.table.partitionKey()), order(row, this.table.sortKey())));
		return indexes.isEmpty() ? own : Stream.concat(own,
				indexes.stream().filter((index) -> has(row, index)).map((index) -> place(row, index)));
	}

	private Place place(ObjectNode row, Table.Index index) {
		return new Place(index.name() + "|" + text(row, index.partitionKey()), order(row, index.sortKey()));
	}

	/** A row is in an index only while it has all of the index's attributes. */
	private static boolean has(ObjectNode row, Table.Index index) {
		return text(row, index.partitionKey()) != null
				&& (index.sortKey() == null || text(row, index.sortKey()) != null);
	}

	private String order(ObjectNode row, @Nullable String sortKey) {
		return text(row, sortKey) + "|" + text(row, this.table.partitionKey()) + "|" + text(row, this.table.sortKey());
	}

	static @Nullable String text(ObjectNode row, @Nullable String attribute) {
		return (attribute != null && row.path(attribute).isString()) ? row.path(attribute).asString() : null;
	}

	/**
	 * Where a row stands.
	 *
	 * @param partition the index's name and the value of its partition key
	 * @param order its sort key, then its key in the table
	 */
	private record Place(String partition, String order) {
	}

}
