package io.safelight.upload.session;

import java.time.Instant;
import java.util.Optional;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * The upload sessions. A contributor finds only their own, as the contributor is part of
 * the key. Thread-safe.
 */
public final class Uploads {

	private static final String BY_TIME = "by-time";

	private static final String OPEN = "open";

	private static final String DUE = "due";

	/** The sessions' table. */
	public static final Table TABLE = Table.of("safelight-upload-sessions", "contributorId")
		.sortedBy("uploadId")
		.indexedBy(BY_TIME, "contributorId", "createdAt")
		.indexedBy(OPEN, "openOf", "createdAt")
		.indexedBy(DUE, "work", "dueAt");

	private static final int PAGE = 100;

	private final Store store;

	public Uploads(Store store) {
		this.store = store;
	}

	public Optional<Upload> find(ContributorId contributor, UploadId id) {
		return this.store.find(TABLE, TABLE.key(contributor.value(), id.toString()), UploadRow.class)
			.map(UploadRow::toUpload);
	}

	/** The upload as it is now. */
	Upload current(Upload upload) {
		return find(upload.contributor(), upload.id())
			.orElseThrow(() -> new IllegalStateException("Upload " + upload.id() + " has vanished from its table"));
	}

	/**
	 * A contributor's uploads, newest first.
	 * @throws IllegalArgumentException if the cursor is not one of ours
	 */
	public Page<Upload> of(ContributorId contributor, int limit, @Nullable String cursor) {
		return page(Query.of(TABLE, BY_TIME, contributor.value()).newestFirst().limit(limit).after(cursor));
	}

	/** How many open uploads a contributor has, counted up to a limit. */
	int open(ContributorId contributor, int limit) {
		return this.store.query(Query.of(TABLE, OPEN, contributor.value()).limit(limit), UploadRow.class)
			.items()
			.size();
	}

	/** Uploads that the sweeper has to look at, the most overdue first. */
	Page<Upload> due(Instant now, @Nullable String cursor) {
		return page(Query.of(TABLE, DUE, UploadRow.WORK).upTo(SortableTime.of(now)).limit(PAGE).after(cursor));
	}

	/** The next version of an upload, provided that nobody else made one. */
	Changes saved(Upload upload) {
		return Changes.none().put(TABLE, UploadRow.of(upload), Condition.version(upload.version() - 1));
	}

	private Page<Upload> page(Query query) {
		Page<UploadRow> rows = this.store.query(query, UploadRow.class);
		return new Page<>(rows.items().stream().map(UploadRow::toUpload).toList(), rows.cursor());
	}

}
