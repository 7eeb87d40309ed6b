package io.safelight.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Small records under string keys, in the order of their keys. What a method has written
 * when it returns is still there after the process was killed. Safe for many threads; one
 * {@link #compute} at a time changes a map.
 *
 * @param <V> the type of the records, one that Jackson reads and writes
 */
public final class DurableMap<V> {

	private final MVMap<String, String> rows;

	private final Class<V> type;

	private final ObjectMapper json;

	private final Object changing = new Object();

	DurableMap(MVMap<String, String> rows, Class<V> type, ObjectMapper json) {
		this.rows = rows;
		this.type = type;
		this.json = json;
	}

	/**
	 * Reads one record.
	 * @param key its key
	 * @return the record, if there is one
	 */
	public Optional<V> get(String key) {
		return Optional.ofNullable(read(this.rows.get(key)));
	}

	/**
	 * Reads all records.
	 * @return a copy, in the order of the keys
	 */
	public List<V> values() {
		return this.rows.values().stream().map((row) -> this.json.readValue(row, this.type)).toList();
	}

	/**
	 * Reads all records whose key begins with a prefix.
	 * @param prefix the beginning of the keys
	 * @return a copy, in the order of the keys
	 */
	public List<V> valuesUnder(String prefix) {
		return this.rows.entrySet()
			.stream()
			.filter((row) -> row.getKey().startsWith(prefix))
			.map(Map.Entry::getValue)
			.map((row) -> this.json.readValue(row, this.type))
			.toList();
	}

	/**
	 * Writes one record, replacing what was there.
	 * @param key its key
	 * @param value the record
	 */
	public void put(String key, V value) {
		synchronized (this.changing) {
			write(key, value);
		}
	}

	/**
	 * Removes one record; nothing happens if there is none.
	 * @param key its key
	 */
	public void remove(String key) {
		synchronized (this.changing) {
			write(key, null);
		}
	}

	/**
	 * Changes one record in one step, without others in between.
	 * @param key its key
	 * @param change gets the record, or null when there is none; returns what is to be
	 * stored, or null to remove it. What it throws reaches the caller and nothing is
	 * written
	 * @return what is stored now, null when there is none
	 */
	public @Nullable V compute(String key, UnaryOperator<@Nullable V> change) {
		synchronized (this.changing) {
			V changed = change.apply(read(this.rows.get(key)));
			write(key, changed);
			return changed;
		}
	}

	private @Nullable V read(@Nullable String row) {
		return (row != null) ? this.json.readValue(row, this.type) : null;
	}

	private void write(String key, @Nullable V value) {
		if (value != null) {
			this.rows.put(key, this.json.writeValueAsString(value));
		}
		else {
			this.rows.remove(key);
		}
		this.rows.getStore().commit();
	}

}
