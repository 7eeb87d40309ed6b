package io.safelight.simulation.port;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.safelight.messaging.outbox.MessageTable;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import io.safelight.simulation.World;
import tools.jackson.databind.node.ObjectNode;

/**
 * All tables, and what lags behind them: their indexes. A token counts for ten minutes,
 * as in DynamoDB, and only for the commit that it was first used for.
 */
public final class Tables {

	private static final long TOKEN_LIFE = 600_000;

	private final World world;

	private final InMemoryStore rows = new InMemoryStore();

	/** What the indexes show: the same writes, later. */
	private final InMemoryStore indexes = new InMemoryStore();

	private final Deque<Late> late = new ArrayDeque<>();

	private final Map<String, Token> tokens = new HashMap<>();

	private final Invariants invariants;

	private long shownAt;

	Tables(World world, Invariants invariants) {
		this.world = world;
		this.invariants = invariants;
	}

	<T> Optional<T> find(Table table, Key key, Class<T> type) {
		return this.rows.find(table, key, type);
	}

	<T> Page<T> query(Query query, Class<T> type) {
		if (query.index() == null || this.world.weather().lag() == 0) {
			return this.rows.query(query, type);
		}
		show();
		return this.indexes.query(query, type);
	}

	<T> Page<T> scan(Query query, Class<T> type) {
		return this.rows.scan(query, type);
	}

	/** All rows of a table, for whoever judges. */
	public <T> List<T> all(String table, Class<T> type) {
		Table plain = Table.of(table, "");
		return this.rows.scan(Query.of(plain, "").limit(Integer.MAX_VALUE), type).items();
	}

	/** Rows of a service's message table that somebody has to do something about. */
	public List<ObjectNode> work(String service) {
		Table messages = MessageTable.of(service);
		List<ObjectNode> work = new ArrayList<>();
		for (String kind : List.of("PENDING#0", "PENDING#1", "PARKED")) {
			work.addAll(this.rows.query(Query.of(messages, MessageTable.WORK, kind), ObjectNode.class).items());
		}
		return work;
	}

	void commit(List<Write> writes, String token) {
		List<Write> asRows = writes.stream().map(Tables::asRow).toList();
		Token used = this.tokens.get(token);
		if (used != null && this.world.now() < used.until()) {
			if (!used.writes().equals(asRows)) {
				throw new IllegalStateException("The token " + token + " was already used for another commit");
			}
			return;
		}
		List<ObjectNode> before = asRows.stream().map(this::before).toList();
		try {
			this.rows.commit(asRows, token + "@" + this.world.now());
		}
		catch (ConditionFailedException ex) {
			throw new ConditionFailedException(
					ex.refused().stream().map((row) -> writes.get(place(row, asRows))).toList());
		}
		this.tokens.put(token, new Token(asRows, this.world.now() + TOKEN_LIFE));
		changed(asRows, before);
	}

	private static Write asRow(Write write) {
		return (write instanceof Write.Put put)
				? new Write.Put(put.table(), InMemoryStore.row(put.item()), put.condition()) : write;
	}

	private static int place(Write row, List<Write> rows) {
		int place = 0;
		while (rows.get(place) != row) {
			place++;
		}
		return place;
	}

	private ObjectNode before(Write write) {
		return (write instanceof Write.Put put)
				? this.rows.find(put.table(), key(put.table(), (ObjectNode) put.item()), ObjectNode.class)
					.orElse(Invariants.NOTHING)
				: Invariants.NOTHING;
	}

	private static Key key(Table table, ObjectNode row) {
		return new Key(row.path(table.partitionKey()).asString(""),
				(table.sortKey() != null) ? row.path(table.sortKey()).asString("") : null);
	}

	private void changed(List<Write> writes, List<ObjectNode> before) {
		for (int i = 0; i < writes.size(); i++) {
			if (writes.get(i) instanceof Write.Put put) {
				this.invariants.check(put.table().name(), before.get(i), (ObjectNode) put.item());
			}
		}
		if (this.world.weather().lag() > 0) {
			this.shownAt = Math.max(this.shownAt,
					this.world.now() + (this.world.isCalm() ? 0 : this.world.between(0, this.world.weather().lag())));
			this.late.add(new Late(this.shownAt, writes));
		}
	}

	void putAll(Table table, List<?> items) {
		List<Write> writes = new ArrayList<>();
		for (Object item : items) {
			ObjectNode row = InMemoryStore.row(item);
			writes.add(new Write.Put(table, row, Condition.none()));
		}
		List<ObjectNode> before = writes.stream().map(this::before).toList();
		this.rows.putAll(table, writes.stream().map((write) -> ((Write.Put) write).item()).toList());
		changed(writes, before);
	}

	private void show() {
		while (!this.late.isEmpty() && this.late.getFirst().time() <= this.world.now()) {
			for (Write write : this.late.removeFirst().writes()) {
				switch (write) {
					case Write.Put put -> this.indexes.putAll(put.table(), List.of(put.item()));
					case Write.Delete delete ->
						this.indexes.commit(List.of(new Write.Delete(delete.table(), delete.key(), Condition.none())),
								this.world.now() + "|" + this.late.size() + delete.key());
					case Write.Check check -> {
						// Nothing has changed.
					}
				}
			}
		}
	}

	/**
	 * What a token was used for.
	 *
	 * @param writes the commit
	 * @param until when it is forgotten
	 */
	private record Token(List<Write> writes, long until) {
	}

	/**
	 * Writes that an index does not show yet.
	 *
	 * @param time when it will
	 * @param writes the writes
	 */
	private record Late(long time, List<Write> writes) {
	}

}
