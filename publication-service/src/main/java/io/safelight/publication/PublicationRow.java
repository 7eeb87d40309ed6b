package io.safelight.publication;

import io.safelight.messaging.store.SortableTime;
import io.safelight.messaging.store.Table;
import io.safelight.publication.saga.Publication;
import io.safelight.publication.saga.PublicationState;
import io.safelight.publication.saga.SagaRules;
import org.jspecify.annotations.Nullable;

/**
 * A publication in the table, with what it is found by. The attributes of the sparse
 * indexes are there only while they mean something.
 *
 * @param photoId the key
 * @param version for optimistic locking
 * @param state where it is
 * @param contributorId whose it is
 * @param contributorState whose it is and where, to list one kind
 * @param uploadedAt when it began
 * @param active a shard of those that have a deadline
 * @param deadlineAt that deadline
 * @param moderation there while a person has to decide
 * @param attention there while a person has to mend something
 * @param since when it came to the step it is at
 * @param publication everything
 */
record PublicationRow(String photoId, long version, PublicationState state, String contributorId,
		String contributorState, String uploadedAt, @Nullable String active, @Nullable String deadlineAt,
		@Nullable String moderation, @Nullable String attention, String since, Publication publication) {

	static final int SHARDS = 4;

	static final String DUE = "due";

	static final String BY_CONTRIBUTOR = "by-contributor";

	static final String BY_CONTRIBUTOR_AND_STATE = "by-contributor-and-state";

	static final String MODERATION = "moderation";

	static final String ATTENTION = "attention";

	static final String WAITING = "WAITING";

	static final String STUCK = "STUCK";

	static final Table TABLE = Table.of("safelight-publication-publications", "photoId")
		.indexedBy(DUE, "active", "deadlineAt")
		.indexedBy(BY_CONTRIBUTOR, "contributorId", "uploadedAt")
		.indexedBy(BY_CONTRIBUTOR_AND_STATE, "contributorState", "uploadedAt")
		.indexedBy(MODERATION, "moderation", "since")
		.indexedBy(ATTENTION, "attention", "since");

	static PublicationRow of(Publication publication, SagaRules rules) {
		boolean waits = publication.step().deadline() != null;
		return new PublicationRow(publication.photoId(), publication.version(), publication.state(),
				publication.photo().contributorId(),
				contributorState(publication.photo().contributorId(), publication.state()),
				SortableTime.of(publication.photo().uploadedAt()), waits ? active(shard(publication.photoId())) : null,
				(publication.step().deadline() != null) ? SortableTime.of(publication.step().deadline()) : null,
				(publication.state() == PublicationState.MODERATING) ? WAITING : null,
				rules.needsAttention(publication) ? STUCK : null, SortableTime.of(publication.step().begun()),
				publication);
	}

	static String contributorState(String contributorId, PublicationState state) {
		return contributorId + "#" + state;
	}

	static String active(int shard) {
		return "ACTIVE#" + shard;
	}

	private static int shard(String photoId) {
		return Math.floorMod(photoId.hashCode(), SHARDS);
	}

}
