package io.safelight.simulation.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * All objects, and uploads in parts that are not complete.
 */
public final class Buckets {

	private final Map<String, NavigableMap<String, Blob>> buckets = new HashMap<>();

	private final Map<String, Parts> uploads = new HashMap<>();

	private int count;

	@Nullable Blob find(String bucket, String key) {
		return bucket(bucket).get(key);
	}

	boolean has(String bucket, String key) {
		return bucket(bucket).containsKey(key);
	}

	void put(String bucket, String key, Blob blob) {
		bucket(bucket).put(key, blob);
	}

	void remove(String bucket, String key) {
		bucket(bucket).remove(key);
	}

	/** A bucket's objects by key. */
	public NavigableMap<String, Blob> bucket(String name) {
		return this.buckets.computeIfAbsent(name, (any) -> new TreeMap<>());
	}

	String begin(String bucket, String key) {
		String id = "parts-" + ++this.count;
		this.uploads.put(id, new Parts(bucket, key, new ArrayList<>()));
		return id;
	}

	@Nullable Parts parts(String uploadId) {
		return this.uploads.get(uploadId);
	}

	void end(String uploadId) {
		this.uploads.remove(uploadId);
	}

	/**
	 * What a photographer's browser does with a signed address.
	 * @return whether there still is such an upload
	 */
	public boolean receive(String uploadId, int number, byte[] bytes, Instant time) {
		Parts parts = this.uploads.get(uploadId);
		if (parts != null) {
			parts.all().removeIf((part) -> part.number() == number);
			parts.all().add(new Part(number, bytes, time));
		}
		return parts != null;
	}

	/**
	 * An object.
	 *
	 * @param bytes what it holds
	 * @param storageClass how it is kept
	 * @param metadata what its writer said about it
	 */
	public record Blob(byte[] bytes, String storageClass, Map<String, String> metadata) {

		String etag() {
			return Integer.toHexString(java.util.Arrays.hashCode(this.bytes));
		}

	}

	/**
	 * An upload in parts.
	 *
	 * @param bucket where it will be
	 * @param key under which key
	 * @param all what has arrived
	 */
	record Parts(String bucket, String key, List<Part> all) {
	}

	/**
	 * A part.
	 *
	 * @param number which one, from 1
	 * @param bytes what it holds
	 * @param time when it came
	 */
	record Part(int number, byte[] bytes, Instant time) {
	}

}
