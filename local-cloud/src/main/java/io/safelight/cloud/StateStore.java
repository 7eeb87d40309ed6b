package io.safelight.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.h2.mvstore.MVStore;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the thin services keep their state: one file under the state directory, or memory
 * when there is no such directory.
 */
public final class StateStore implements AutoCloseable {

	private final MVStore store;

	private final Optional<Path> directory;

	private final ObjectMapper json = JsonMapper.builder().build();

	private StateStore(MVStore store, Optional<Path> directory) {
		this.store = store;
		this.directory = directory;
	}

	/**
	 * Opens the store, creating what is missing.
	 * @param directory where the file is; empty for memory only
	 * @return the open store
	 */
	public static StateStore open(Optional<Path> directory) {
		String file = directory.map(StateStore::create).map((path) -> path.resolve("state.mv").toString()).orElse(null);
		return new StateStore(new MVStore.Builder().fileName(file).autoCommitDisabled().open(), directory);
	}

	/**
	 * Opens a map of this store. Call once per name.
	 * @param name the name, such as {@code kms.keys}
	 * @param type the type of its records
	 * @param <V> the type of its records
	 * @return the map with what was stored before
	 */
	public <V> DurableMap<V> map(String name, Class<V> type) {
		return new DurableMap<>(this.store.openMap(name), type, this.json);
	}

	/**
	 * The directory for what does not fit into a map.
	 * @return the state directory; empty when everything is in memory
	 */
	public Optional<Path> directory() {
		return this.directory;
	}

	@Override
	public void close() {
		this.store.close();
	}

	private static Path create(Path directory) {
		try {
			return Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
