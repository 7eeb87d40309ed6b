package io.safelight.search.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.safelight.messaging.store.SortableTime;
import io.safelight.search.document.SearchDocument;
import io.safelight.search.document.SearchDocuments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index as the table is. It only ever reads the table, so the index is never
 * ahead of a commit, and what was lost by a crash at whatever moment is read again.
 *
 * <p>
 * A handler announces what it is about to commit; that photo is read from the table until
 * the commit is seen, and indexed within a fraction of a second. Besides, every few
 * seconds the table's changes are swept, with some overlap: that finds what other
 * instances have committed. What is durable in the index is noted with it: up to which
 * time the changes are in it. After a restart everything since then is read again; if the
 * notes are missing or of another table, everything is.
 *
 * <p>
 * {@link #announce} is thread-safe; the rest takes place one after the other.
 */
public final class FollowDocuments {

	private static final Logger log = LoggerFactory.getLogger(FollowDocuments.class);

	private static final String FORMAT = "format";

	private static final String GENERATION = "generation";

	private static final String COMPLETE_UP_TO = "completeUpTo";

	private static final String COMPARED_AT = "comparedAt";

	/** After this an announced commit has failed, or a sweep will find it. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int REMEMBERED_REVISIONS = 20_000;

	private final SearchDocuments documents;

	private final PhotoProjection index;

	private final Rhythm rhythm;

	private final Clock clock;

	private final Map<String, Announcement> announced = new ConcurrentHashMap<>();

	private final Map<String, Long> indexed = new LatestRevisions();

	private Instant completeUpTo = Instant.EPOCH;

	private Instant sweptAt = Instant.EPOCH;

	private Instant sweptFarAt = Instant.EPOCH;

	private Instant comparedAt = Instant.EPOCH;

	private Instant committedAt = Instant.EPOCH;

	private boolean dirty;

	public FollowDocuments(SearchDocuments documents, PhotoProjection index, Rhythm rhythm, Clock clock) {
		this.documents = documents;
		this.index = index;
		this.rhythm = rhythm;
		this.clock = clock;
	}

	/** Says that a commit of this revision of this photo is to be expected. */
	public void announce(String photoId, long revision) {
		Announcement announcement = new Announcement(revision, this.clock.instant().plus(PATIENCE));
		this.announced.merge(photoId, announcement, (one, two) -> (one.revision() > two.revision()) ? one : two);
	}

	/** Brings the index up to what the table is now, before the first search. */
	public synchronized void begin() {
		Map<String, String> notes = this.index.notes();
		Instant started = this.clock.instant();
		if (isOfThisTable(notes)) {
			Instant since = Instant.parse(notes.getOrDefault(COMPLETE_UP_TO, Instant.EPOCH.toString()));
			this.documents.changedSince(since.minus(this.rhythm.farOverlap()), this::index);
			this.comparedAt = Instant.parse(notes.getOrDefault(COMPARED_AT, Instant.EPOCH.toString()));
		}
		else {
			this.index.clear();
			compare(started);
		}
		finish(started);
		log.info("The index holds {} photos, {}", this.index.count(),
				isOfThisTable(notes) ? "brought up to date" : "made anew from the table");
	}

	private boolean isOfThisTable(Map<String, String> notes) {
		return PhotoFields.FORMAT.equals(notes.get(FORMAT))
				&& this.documents.generation().equals(notes.get(GENERATION));
	}

	private void finish(Instant started) {
		swept(started);
		this.sweptFarAt = started;
		this.index.refresh();
		commit();
	}

	/** One pass: what was announced, and, when it is time, a sweep and a commit. */
	public synchronized void follow() {
		Instant now = this.clock.instant();
		this.announced.forEach((photoId, announcement) -> readAnnounced(photoId, announcement, now));
		if (isTime(this.comparedAt, this.rhythm.compareInterval(), now)) {
			compare(now);
			swept(now);
		}
		else if (isTime(this.sweptFarAt, this.rhythm.farInterval(), now)) {
			this.documents.changedSince(this.completeUpTo.minus(this.rhythm.farOverlap()), this::index);
			this.sweptFarAt = now;
			swept(now);
		}
		else if (isTime(this.sweptAt, this.rhythm.sweepInterval(), now)) {
			this.documents.changedSince(this.completeUpTo.minus(this.rhythm.overlap()), this::index);
			swept(now);
		}
		if (this.dirty) {
			this.index.refresh();
		}
		if (this.dirty && !now.isBefore(this.committedAt.plus(this.rhythm.commitInterval()))) {
			commit();
		}
	}

	/** A clock that was set back must not keep anything waiting. */
	private static boolean isTime(Instant last, Duration interval, Instant now) {
		return now.isBefore(last) || !now.isBefore(last.plus(interval));
	}

	private void swept(Instant now) {
		this.completeUpTo = now;
		this.sweptAt = now;
	}

	/**
	 * Sweeps go by time, and clocks can be more wrong than the overlap allows: what they
	 * have passed over is found here.
	 */
	private void compare(Instant now) {
		this.documents.all(this::index);
		this.comparedAt = now;
	}

	private void readAnnounced(String photoId, Announcement announcement, Instant now) {
		SearchDocument found = this.documents.find(photoId)
			.filter((document) -> document.revision() >= announcement.revision())
			.orElse(null);
		if (found != null) {
			index(found);
		}
		if (found != null || now.isAfter(announcement.until())) {
			this.announced.remove(photoId, announcement);
		}
	}

	/** A sweep may read what is older than what was read before: its index lags. */
	private void index(SearchDocument document) {
		if (document.revision() <= this.indexed.getOrDefault(document.photoId(), 0L)) {
			return;
		}
		if (document.photo() != null) {
			this.index.put(document.photo(), document.sold());
		}
		else {
			this.index.remove(document.photoId());
		}
		this.indexed.put(document.photoId(), document.revision());
		this.dirty = true;
	}

	private void commit() {
		this.index.commit(Map.of(FORMAT, PhotoFields.FORMAT, GENERATION, this.documents.generation(), COMPLETE_UP_TO,
				SortableTime.of(this.completeUpTo), COMPARED_AT, SortableTime.of(this.comparedAt)));
		this.committedAt = this.clock.instant();
		this.dirty = false;
	}

	/** Makes the index durable before the process ends. */
	public synchronized void end() {
		commit();
		this.index.close();
	}

	/**
	 * How often things are done.
	 *
	 * @param sweepInterval between two sweeps of the table's changes
	 * @param overlap how far back a sweep looks again
	 * @param farInterval between two sweeps that look back further
	 * @param farOverlap how far back those look
	 * @param commitInterval between two commits of the index
	 * @param compareInterval between two comparisons of the whole table with the index
	 */
	public record Rhythm(Duration sweepInterval, Duration overlap, Duration farInterval, Duration farOverlap,
			Duration commitInterval, Duration compareInterval) {
	}

	private record Announcement(long revision, Instant until) {
	}

	/** Revisions of the photos that were indexed last; the oldest are forgotten. */
	private static final class LatestRevisions extends LinkedHashMap<String, Long> {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
			return size() > REMEMBERED_REVISIONS;
		}

	}

}
