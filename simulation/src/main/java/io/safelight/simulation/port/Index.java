package io.safelight.simulation.port;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.safelight.search.index.PhotoProjection;
import io.safelight.search.message.PhotoOnSale;

/**
 * A search index without words: what is committed survives its process, what is refreshed
 * can be found.
 */
public final class Index implements PhotoProjection {

	private Set<String> written = new HashSet<>();

	private Set<String> found = new HashSet<>();

	private Set<String> durable = new HashSet<>();

	private Map<String, String> notes = Map.of();

	/** As a new process finds it on the disk. */
	void reopen() {
		this.written = new HashSet<>(this.durable);
		this.found = new HashSet<>(this.durable);
	}

	/** The photos that a search finds. */
	public Set<String> found() {
		return Set.copyOf(this.found);
	}

	@Override
	public void put(PhotoOnSale photo, long sold) {
		this.written.add(photo.photoId());
	}

	@Override
	public void remove(String photoId) {
		this.written.remove(photoId);
	}

	@Override
	public void clear() {
		this.written.clear();
	}

	@Override
	public void refresh() {
		this.found = new HashSet<>(this.written);
	}

	@Override
	public void commit(Map<String, String> said) {
		this.durable = new HashSet<>(this.written);
		this.notes = new HashMap<>(said);
	}

	@Override
	public Map<String, String> notes() {
		return Map.copyOf(this.notes);
	}

	@Override
	public int count() {
		return this.written.size();
	}

	@Override
	public void close() {
	}

}
