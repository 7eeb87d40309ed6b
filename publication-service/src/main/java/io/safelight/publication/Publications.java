package io.safelight.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import org.jspecify.annotations.Nullable;

/**
 * All publications, for reading. Thread-safe.
 */
public class Publications {

	private static final int SWEEP_PAGE = 50;

	private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

	private final Store store;

	public Publications(Store store) {
		this.store = store;
	}

	/** The publication of a photo, as the last commit left it. */
	public Optional<Publication> find(String photoId) {
		return this.store.find(PublicationRow.TABLE, PublicationRow.TABLE.key(photoId), PublicationRow.class)
			.map(PublicationRow::publication);
	}

	/**
	 * The publication of a photo.
	 * @throws UnknownPublicationException if there is none (yet)
	 */
	public Publication get(String photoId) {
		return find(photoId).orElseThrow(() -> new UnknownPublicationException(photoId));
	}

	/** Everything that has happened to a photo, in order. */
	public List<TimelineEntry> timeline(String photoId) {
		List<TimelineEntry> entries = new ArrayList<>();
		String cursor = null;
		do {
			Page<TimelineEntry> page = this.store.query(Query.of(TimelineEntry.TABLE, photoId).after(cursor),
					TimelineEntry.class);
			entries.addAll(page.items());
			cursor = page.cursor();
		}
		while (cursor != null);
		return entries;
	}

	/** What has happened to a photographer's photos from a time on, in order. */
	List<TimelineEntry> recordedSince(String contributorId, Instant from) {
		Query query = Query.of(TimelineEntry.TABLE, TimelineEntry.BY_CONTRIBUTOR, contributorId)
			.from(SortableTime.of(from));
		List<TimelineEntry> entries = new ArrayList<>();
		String cursor = null;
		do {
			Page<TimelineEntry> page = this.store.query(query.after(cursor), TimelineEntry.class);
			entries.addAll(page.items());
			cursor = page.cursor();
		}
		while (cursor != null);
		return entries;
	}

	/** A photographer's publications, newest first. */
	public Page<Publication> of(String contributorId, @Nullable PublicationState state, int limit,
			@Nullable String cursor) {
		Query query = (state != null)
				? Query.of(PublicationRow.TABLE, PublicationRow.BY_CONTRIBUTOR_AND_STATE,
						PublicationRow.contributorState(contributorId, state))
				: Query.of(PublicationRow.TABLE, PublicationRow.BY_CONTRIBUTOR, contributorId);
		return page(query.newestFirst().limit(limit).after(cursor));
	}

	/** Those that wait for a person's decision, the longest waiting first. */
	public Page<Publication> waitingForPerson(int limit, @Nullable String cursor) {
		return page(Query.of(PublicationRow.TABLE, PublicationRow.MODERATION, PublicationRow.WAITING)
			.limit(limit)
			.after(cursor));
	}

	/** Those that do not get on by themselves, the longest waiting first. */
	public Page<Publication> stuck(int limit, @Nullable String cursor) {
		return page(Query.of(PublicationRow.TABLE, PublicationRow.ATTENTION, PublicationRow.STUCK)
			.limit(limit)
			.after(cursor));
	}

	/**
	 * Those whose deadline is at most {@code time}. The index may lag behind the table.
	 */
	List<Publication> dueAt(Instant time) {
		List<Publication> due = new ArrayList<>();
		for (int shard = 0; shard < PublicationRow.SHARDS; shard++) {
			String cursor = null;
			do {
				Page<Publication> page = page(
						Query.of(PublicationRow.TABLE, PublicationRow.DUE, PublicationRow.active(shard))
							.upTo(SortableTime.of(time))
							.limit(SWEEP_PAGE)
							.after(cursor));
				due.addAll(page.items());
				cursor = page.cursor();
			}
			while (cursor != null);
		}
		return due;
	}

	/**
	 * How many are at each step, among those that wait for something. It reads all of
	 * them.
	 */
	public Map<PublicationState, Long> active() {
		return dueAt(EVER).stream().collect(Collectors.groupingBy(Publication::state, Collectors.counting()));
	}

	private Page<Publication> page(Query query) {
		Page<PublicationRow> rows = this.store.query(query, PublicationRow.class);
		return new Page<>(rows.items().stream().map(PublicationRow::publication).toList(), rows.cursor());
	}

}
