package io.safelight.simulation.port;

import java.util.List;
import java.util.Optional;

import io.safelight.messaging.store.Key;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import io.safelight.messaging.store.Write;
import io.safelight.simulation.Bug;
import io.safelight.simulation.Process;
import io.safelight.simulation.World;

/**
 * The tables as one process reaches them.
 */
final class ProcessStore implements Store {

	private final World world;

	private final Process process;

	private final Tables tables;

	/** How far a relay with a cursor has come. */
	private String cursor = "";

	ProcessStore(World world, Process process, Tables tables) {
		this.world = world;
		this.process = process;
		this.tables = tables;
	}

	@Override
	public <T> Optional<T> find(Table table, Key key, Class<T> type) {
		return this.world.call(this.process, "store.find", () -> this.tables.find(table, key, type));
	}

	@Override
	public <T> Page<T> query(Query query, Class<T> type) {
		if (this.world.has(Bug.RELAY_BY_CURSOR) && query.partition().startsWith("PENDING")) {
			return afterCursor(this.world.call(this.process, "store.query", () -> this.tables.query(query, type)));
		}
		return this.world.call(this.process, "store.query", () -> this.tables.query(query, type));
	}

	private <T> Page<T> afterCursor(Page<T> page) {
		List<T> later = page.items().stream().filter((row) -> since(row).compareTo(this.cursor) > 0).toList();
		later.forEach((row) -> this.cursor = since(row));
		return new Page<>(later, page.cursor());
	}

	private static String since(Object row) {
		return io.safelight.messaging.store.InMemoryStore.row(row).path("since").asString("");
	}

	@Override
	public <T> Page<T> scan(Query query, Class<T> type) {
		return this.world.call(this.process, "store.scan", () -> this.tables.scan(query, type));
	}

	@Override
	public void commit(List<Write> writes, String token) {
		List<Write> made = this.world.has(Bug.NO_INBOX) ? withoutInbox(writes) : writes;
		this.world.call(this.process, "store.commit", () -> {
			this.tables.commit(made, token);
			this.world.stirred(this.process);
			return "";
		});
	}

	private static List<Write> withoutInbox(List<Write> writes) {
		return writes.stream()
			.filter((write) -> !(write instanceof Write.Put put
					&& io.safelight.messaging.store.InMemoryStore.row(put.item())
						.path("pk")
						.asString("")
						.startsWith("IN#")))
			.toList();
	}

	@Override
	public void putAll(Table table, List<?> items) {
		if (!items.isEmpty()) {
			this.world.call(this.process, "store.putAll", () -> {
				this.tables.putAll(table, items);
				return "";
			});
		}
	}

}
