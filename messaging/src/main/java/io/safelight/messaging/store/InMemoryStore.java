package io.safelight.messaging.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@link Store} without a database, for unit tests and simulations: the same conditions,
 * sparse indexes, pages and tokens, in one process and without durability. Thread-safe.
 */
public final class InMemoryStore implements Store {

	private final Map<String, Map<Key, Map<String, AttributeValue>>> tables = new HashMap<>();

	private final Set<String> tokens = new HashSet<>();

	@Override
	public synchronized <T> Optional<T> find(Table table, Key key, Class<T> type) {
		return Optional.ofNullable(rows(table).get(key)).map((row) -> Rows.fromRow(row, type));
	}

	@Override
	public synchronized <T> Page<T> query(Query query, Class<T> type) {
		String partitionKey = (query.index() != null) ? query.index().partitionKey() : query.table().partitionKey();
		String sortKey = (query.index() != null) ? query.index().sortKey() : query.table().sortKey();
		Comparator<Map<String, AttributeValue>> order = Comparator
			.comparing((row) -> order(query.table(), sortKey, row));
		return page(query,
				rows(query.table()).values()
					.stream()
					.filter((row) -> query.partition().equals(text(row, partitionKey)))
					.filter((row) -> query.index() == null || sortKey == null || text(row, sortKey) != null)
					.filter((row) -> inRange(query, text(row, sortKey)))
					.sorted(query.descending() ? order.reversed() : order),
				sortKey, type);
	}

	@Override
	public synchronized <T> Page<T> scan(Query query, Class<T> type) {
		return page(query,
				rows(query.table()).values()
					.stream()
					.sorted(Comparator.comparing((row) -> order(query.table(), null, row))),
				null, type);
	}

	private static boolean inRange(Query query, @Nullable String sort) {
		if (query.sortPrefix() != null) {
			return sort != null && sort.startsWith(query.sortPrefix());
		}
		return query.sortUpTo() == null || (sort != null && sort.compareTo(query.sortUpTo()) <= 0);
	}

	/** The cursor is simply where the row stands in the order. */
	private static <T> Page<T> page(Query query, Stream<Map<String, AttributeValue>> sorted, @Nullable String sortKey,
			Class<T> type) {
		List<Map<String, AttributeValue>> all = sorted.toList();
		int from = 0;
		while (query.cursor() != null && from < all.size()) {
			boolean last = order(query.table(), sortKey, all.get(from)).equals(query.cursor());
			from++;
			if (last) {
				break;
			}
		}
		int to = Math.min(from + query.limit(), all.size());
		List<T> items = all.subList(from, to).stream().map((row) -> Rows.fromRow(row, type)).toList();
		return new Page<>(items, (to < all.size()) ? order(query.table(), sortKey, all.get(to - 1)) : null);
	}

	private static String order(Table table, @Nullable String sortKey, Map<String, AttributeValue> row) {
		return text(row, sortKey) + "|" + text(row, table.partitionKey()) + "|" + text(row, table.sortKey());
	}

	private static @Nullable String text(Map<String, AttributeValue> row, @Nullable String attribute) {
		AttributeValue value = (attribute != null) ? row.get(attribute) : null;
		return (value != null) ? value.s() : null;
	}

	@Override
	public synchronized void commit(List<Write> writes, String token) {
		if (writes.isEmpty() || this.tokens.contains(token)) {
			return;
		}
		List<Write> refused = writes.stream().filter((write) -> !holds(write)).toList();
		if (!refused.isEmpty()) {
			throw new ConditionFailedException(refused);
		}
		this.tokens.add(token);
		writes.forEach(this::apply);
	}

	private boolean holds(Write write) {
		return holds(write.condition(), rows(write.table()).get(key(write)));
	}

	private static boolean holds(Condition condition, @Nullable Map<String, AttributeValue> row) {
		return switch (condition) {
			case Condition.None none -> true;
			case Condition.Absent absent -> row == null;
			case Condition.Present present -> row != null;
			case Condition.Equal equal -> row != null && Objects
				.equals(Rows.toRow(Map.of("value", equal.value())).get("value"), row.get(equal.attribute()));
			case Condition.All all -> all.conditions().stream().allMatch((part) -> holds(part, row));
		};
	}

	private void apply(Write write) {
		switch (write) {
			case Write.Put put -> rows(put.table()).put(key(put), Rows.toRow(put.item()));
			case Write.Delete delete -> rows(delete.table()).remove(delete.key());
			case Write.Check check -> {
				// Nothing to change.
			}
		}
	}

	private static Key key(Write write) {
		return switch (write) {
			case Write.Put put -> key(put.table(), Rows.toRow(put.item()));
			case Write.Delete delete -> delete.key();
			case Write.Check check -> check.key();
		};
	}

	private static Key key(Table table, Map<String, AttributeValue> row) {
		String partition = Objects.requireNonNull(text(row, table.partitionKey()),
				() -> "a row of " + table.name() + " needs '" + table.partitionKey() + "'");
		return new Key(partition, text(row, table.sortKey()));
	}

	@Override
	public synchronized void putAll(Table table, List<?> items) {
		items.forEach((item) -> {
			Map<String, AttributeValue> row = Rows.toRow(item);
			rows(table).put(key(table, row), row);
		});
	}

	/** How many rows a table has. */
	public synchronized int count(Table table) {
		return rows(table).size();
	}

	private Map<Key, Map<String, AttributeValue>> rows(Table table) {
		return this.tables.computeIfAbsent(table.name(), (name) -> new HashMap<>());
	}

}
