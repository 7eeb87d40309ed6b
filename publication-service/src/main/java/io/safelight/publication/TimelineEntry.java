package io.safelight.publication;

import java.time.Instant;

import io.safelight.messaging.store.Table;
import io.safelight.publication.saga.PublicationState;
import org.jspecify.annotations.Nullable;

/**
 * Something that a publication has heard, and what followed. Entries are only ever added.
 *
 * @param photoId whose
 * @param sequence which one, with leading zeros: the publication's version
 * @param at when
 * @param from the state before; null at the beginning
 * @param to the state after
 * @param cause the type of the message, or what else it was
 * @param causeId the message's id
 * @param by the person who caused it, if it was one
 * @param epoch which try of the step {@code to} it is
 * @param durationMillis how long the try of the step {@code from} had lasted
 * @param note what happened, for people
 * @param ignored whether it changed nothing
 * @param contributorId whose photo it is
 * @param recordedAt {@code at} as sortable text; both are absent in entries of earlier
 * versions, which are not in the index
 */
public record TimelineEntry(String photoId, String sequence, Instant at, @Nullable PublicationState from,
		PublicationState to, String cause, String causeId, @Nullable String by, int epoch, long durationMillis,
		String note, boolean ignored, @Nullable String contributorId, @Nullable String recordedAt) {

	/** The index of what has happened to a photographer's photos, by time. */
	static final String BY_CONTRIBUTOR = "by-contributor";

	static final Table TABLE = Table.of("safelight-publication-timeline", "photoId")
		.sortedBy("sequence")
		.indexedBy(BY_CONTRIBUTOR, "contributorId", "recordedAt");

	static String sequence(long version) {
		return String.format("%08d", version);
	}

}
