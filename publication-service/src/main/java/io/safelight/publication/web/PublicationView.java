package io.safelight.publication.web;

import java.time.Instant;
import java.util.List;

import io.safelight.publication.TimelineEntry;
import io.safelight.publication.saga.ArchivedOriginal;
import io.safelight.publication.saga.OriginalFile;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A publication with everything that has happened to it.
 *
 * @param photoId which photo
 * @param contributorId whose
 * @param fileName its name at home
 * @param title what it is called
 * @param state where it is
 * @param done whether nothing more will happen
 * @param uploadedAt when the upload was complete
 * @param sha256 the original's hash
 * @param bytes the original's size
 * @param reasons why it was refused
 * @param problem what failed, if something did
 * @param archived where the original is kept
 * @param timeline what has happened, in order
 */
record PublicationView(String photoId, String contributorId, String fileName, String title, PublicationState state,
		boolean done, Instant uploadedAt, String sha256, long bytes, List<Reason> reasons, @Nullable String problem,
		@Nullable ArchivedOriginal archived, List<Entry> timeline) {

	/**
	 * A publication as its reader may see it.
	 * @param publication the publication
	 * @param timeline its history
	 * @param forStaff whether the reader may know which person decided
	 */
	static PublicationView of(Publication publication, List<TimelineEntry> timeline, boolean forStaff) {
		OriginalFile original = publication.photo().original();
		return new PublicationView(publication.photoId(), publication.photo().contributorId(),
				publication.photo().fileName(), publication.photo().title(), publication.state(),
				publication.state().isFinal(), publication.photo().uploadedAt(), original.sha256(), original.bytes(),
				publication.ending().reasons(), publication.ending().problem(), publication.work().archived(),
				timeline.stream().map((entry) -> Entry.of(entry, forStaff)).toList());
	}

	/**
	 * Something that happened.
	 *
	 * @param at when
	 * @param from the state before
	 * @param to the state after
	 * @param cause what led to it
	 * @param by who decided, if it was a person
	 * @param epoch which try of the step it is
	 * @param durationMillis how long the try before had lasted
	 * @param note what happened, for people
	 * @param ignored whether it changed nothing
	 */
	record Entry(Instant at, @Nullable PublicationState from, PublicationState to, Cause cause, @Nullable String by,
			int epoch, long durationMillis, String note, boolean ignored) {

		static Entry of(TimelineEntry entry, boolean forStaff) {
			return new Entry(entry.at(), entry.from(), entry.to(), new Cause(entry.cause(), entry.causeId()),
					forStaff ? entry.by() : null, entry.epoch(), entry.durationMillis(), entry.note(), entry.ignored());
		}

	}

	/**
	 * What led to something.
	 *
	 * @param type a message's type, or {@code step-timed-out},
	 * {@code moderation-decided}, {@code retry-asked}
	 * @param id the message's id
	 */
	record Cause(String type, String id) {
	}

}
