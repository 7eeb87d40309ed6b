package io.safelight.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.audit.Evidence;

/**
 * What people were told, to be compared with what is there in the end: the auditor sees
 * the stores only, and what never reached them it cannot miss. Thread-safe.
 */
final class Promises {

	/** How an upload that was taken in has to end. */
	enum End {

		/** Nothing is wrong with it. */
		PUBLISHED,
		/** Its file or a moderator is against it. */
		REJECTED

	}

	private final Map<String, End> uploads = new ConcurrentHashMap<>();

	private final Set<String> orders = ConcurrentHashMap.newKeySet();

	private final List<String> published = new CopyOnWriteArrayList<>();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	private final List<String> doubled = new CopyOnWriteArrayList<>();

	private final List<String> gaveUp = new CopyOnWriteArrayList<>();

	/** Somebody was told that their file is in. */
	void accepted(String uploadId, End end) {
		this.uploads.put(uploadId, end);
	}

	Optional<End> endOf(String uploadId) {
		return Optional.ofNullable(this.uploads.get(uploadId));
	}

	/** Somebody was told that they have paid. */
	void paid(String orderId) {
		this.orders.add(orderId);
	}

	void published(String photoId) {
		this.published.add(photoId);
	}

	Optional<String> anyPublished(Random random) {
		return this.published.isEmpty() ? Optional.empty()
				: Optional.of(this.published.get(random.nextInt(this.published.size())));
	}

	void lost(String what) {
		this.lost.add(what);
	}

	void doubled(String what) {
		this.doubled.add(what);
	}

	void gaveUp(String what) {
		this.gaveUp.add(what);
	}

	List<String> doubled() {
		return List.copyOf(this.doubled);
	}

	List<String> gaveUp() {
		return List.copyOf(this.gaveUp);
	}

	/** What people were told and is not so. */
	List<String> lost(Evidence evidence) {
		List<String> all = new ArrayList<>(this.lost);
		Map<String, String> ends = evidence.publications()
			.stream()
			.collect(Collectors.toMap(Evidence.Publication::photoId, Evidence.Publication::state));
		this.uploads.forEach((id, end) -> {
			String state = ends.getOrDefault(id, "unknown");
			// Given up and undone is an end too, if not the one that was hoped for.
			if (!state.equals(end.name()) && !state.equals("FAILED")) {
				all.add("upload " + id + " was taken in and had to be " + end + ": it is " + state);
			}
		});
		Map<String, Evidence.Order> known = evidence.orders()
			.stream()
			.collect(Collectors.toMap(Evidence.Order::orderId, Function.identity()));
		this.orders.forEach((id) -> {
			Evidence.Order order = known.get(id);
			if (order == null || !order.state().equals("PAID")) {
				all.add("order " + id + " was confirmed: it is " + ((order != null) ? order.state() : "unknown"));
			}
		});
		return all;
	}

}
