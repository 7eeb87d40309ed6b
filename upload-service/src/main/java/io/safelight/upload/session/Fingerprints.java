package io.safelight.upload.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which photo has which bytes: the guard against a contributor's sending the same file
 * twice. A row is there from the moment an upload is accepted until its photo is rejected
 * or fails. Thread-safe.
 */
public final class Fingerprints {

	/** The guard's table. */
	public static final Table TABLE = Table.of("safelight-upload-fingerprints", "contributorId").sortedBy("sha256");

	/** Up to here reading single rows costs less than reading a contributor's pages. */
	private static final int FEW = 25;

	private static final int PAGE = 2000;

	private final Store store;

	public Fingerprints(Store store) {
		this.store = store;
	}

	/** The photo with these bytes. */
	Optional<UploadId> find(ContributorId contributor, Sha256 sha256) {
		return this.store.find(TABLE, TABLE.key(contributor.value(), sha256.hex()), Row.class).map(Row::id);
	}

	/** The photos with any of these bytes. */
	Map<Sha256, UploadId> find(ContributorId contributor, Collection<Sha256> wanted) {
		Set<Sha256> left = new HashSet<>(wanted);
		Map<Sha256, UploadId> found = new HashMap<>();
		if (left.size() <= FEW) {
			left.forEach((sha256) -> find(contributor, sha256).ifPresent((id) -> found.put(sha256, id)));
			return found;
		}
		@Nullable String cursor = null;
		do {
			Page<Row> page = this.store.query(Query.of(TABLE, contributor.value()).limit(PAGE).after(cursor),
					Row.class);
			page.items()
				.stream()
				.filter((row) -> left.remove(row.hash()))
				.forEach((row) -> found.put(row.hash(), row.id()));
			cursor = page.cursor();
		}
		while (cursor != null && !left.isEmpty());
		return found;
	}

	/** This upload is the one with its bytes, provided that there is no other. */
	Changes claimed(Upload upload) {
		String sha256 = upload.declaration().sha256().hex();
		return Changes.none()
			.put(TABLE, new Row(upload.contributor().value(), sha256, upload.id().toString()), Condition.absent());
	}

	/** The same bytes may come again. */
	Changes released(Upload upload) {
		Sha256 sha256 = upload.declaration().sha256();
		boolean claimed = find(upload.contributor(), sha256).filter(upload.id()::equals).isPresent();
		return claimed ? Changes.none()
			.delete(TABLE, TABLE.key(upload.contributor().value(), sha256.hex()),
					Condition.equal("photoId", upload.id().toString()))
				: Changes.none();
	}

	/**
	 * One guard.
	 *
	 * @param contributorId whose file it is
	 * @param sha256 its bytes
	 * @param photoId the photo that has them
	 */
	record Row(String contributorId, String sha256, String photoId) {

		Sha256 hash() {
			return new Sha256(this.sha256);
		}

		UploadId id() {
			return new UploadId(UUID.fromString(this.photoId));
		}

	}

}
