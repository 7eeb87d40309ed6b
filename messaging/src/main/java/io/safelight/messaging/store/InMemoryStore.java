package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link Store} without a database, for unit tests and simulations: the same conditions,
 * sparse indexes, pages and tokens, in one process and without durability. Thread-safe.
 */
public final class InMemoryStore implements Store {

	private final Map<String, InMemoryTable> tables = new HashMap<>();

	private final Set<String> tokens = new HashSet<>();

	@Override
	public synchronized <T> Optional<T> find(Table table, Key key, Class<T> type) {
		return Optional.ofNullable(rows(table).find(key)).map((row) -> Rows.fromTree(row, type));
	}

	@Override
	public synchronized <T> Page<T> query(Query query, Class<T> type) {
		String sortKey = (query.index() != null) ? query.index().sortKey() : query.table().sortKey();
		return page(query, rows(query.table()).partition(query), sortKey, type);
	}

	@Override
	public synchronized <T> Page<T> scan(Query query, Class<T> type) {
		return page(query, rows(query.table()).all(), null, type);
	}

	/** The cursor is simply where the last row stands. */
	private static <T> Page<T> page(Query query, NavigableMap<String, ObjectNode> all, @Nullable String sortKey,
			Class<T> type) {
		List<T> items = new ArrayList<>();
		String last = null;
		for (Map.Entry<String, ObjectNode> row : from(query, all).entrySet()) {
			if (inRange(query, InMemoryTable.text(row.getValue(), sortKey))) {
				if (items.size() == query.limit()) {
					return new Page<>(items, last);
				}
				items.add(Rows.fromTree(row.getValue(), type));
				last = row.getKey();
			}
		}
		return new Page<>(items, null);
	}

	private static NavigableMap<String, ObjectNode> from(Query query, NavigableMap<String, ObjectNode> all) {
		return (query.cursor() != null) ? all.tailMap(query.cursor(), false) : all;
	}

	private static boolean inRange(Query query, @Nullable String sort) {
		if (query.sortPrefix() != null) {
			return sort != null && sort.startsWith(query.sortPrefix());
		}
		if (query.sortFrom() != null) {
			return sort != null && sort.compareTo(query.sortFrom()) >= 0;
		}
		return query.sortUpTo() == null || (sort != null && sort.compareTo(query.sortUpTo()) <= 0);
	}

	@Override
	public synchronized void commit(List<Write> writes, String token) {
		if (writes.isEmpty() || this.tokens.contains(token)) {
			return;
		}
		List<Change> changes = writes.stream().map(this::change).toList();
		List<Write> refused = changes.stream().filter((change) -> !change.isAllowed()).map(Change::write).toList();
		if (!refused.isEmpty()) {
			throw new ConditionFailedException(refused);
		}
		this.tokens.add(token);
		changes.forEach(Change::make);
	}

	private Change change(Write write) {
		InMemoryTable rows = rows(write.table());
		return switch (write) {
			case Write.Put put -> {
				ObjectNode row = Rows.toTree(put.item());
				yield new Change(write, rows, rows.key(row), row);
			}
			case Write.Delete delete -> new Change(write, rows, delete.key(), null);
			case Write.Check check -> new Change(write, rows, check.key(), null);
		};
	}

	@Override
	public synchronized void putAll(Table table, List<?> items) {
		items.forEach((item) -> rows(table).put(Rows.toTree(item)));
	}

	/** A record as the row that it becomes; a row stays what it is. */
	public static ObjectNode row(Object item) {
		return Rows.toTree(item);
	}

	/** How many rows a table has. */
	public synchronized int count(Table table) {
		return rows(table).rows().size();
	}

	private InMemoryTable rows(Table table) {
		return this.tables.computeIfAbsent(table.name(), (name) -> new InMemoryTable(table));
	}

	/**
	 * A write and the row that it is about.
	 *
	 * @param write what is to be done
	 * @param rows where
	 * @param key which row
	 * @param row what it is to be, of a put
	 */
	private record Change(Write write, InMemoryTable rows, Key key, @Nullable ObjectNode row) {

		boolean isAllowed() {
			return holds(this.write.condition(), this.rows.find(this.key));
		}

		private static boolean holds(Condition condition, @Nullable ObjectNode row) {
			return switch (condition) {
				case Condition.None none -> true;
				case Condition.Absent absent -> row == null;
				case Condition.Present present -> row != null;
				case Condition.Equal equal -> row != null && isEqual(equal, row);
				case Condition.All all -> all.conditions().stream().allMatch((part) -> holds(part, row));
			};
		}

		/** By text: 1 is 1, whether it was written as an int or as a long. */
		private static boolean isEqual(Condition.Equal equal, ObjectNode row) {
			return row.path(equal.attribute()).isValueNode()
					&& row.path(equal.attribute()).asString().equals(equal.value().toString());
		}

		void make() {
			if (this.row != null) {
				this.rows.put(this.row);
			}
			else if (this.write instanceof Write.Delete) {
				this.rows.remove(this.key);
			}
		}

	}

}
