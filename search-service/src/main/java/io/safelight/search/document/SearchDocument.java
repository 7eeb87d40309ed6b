package io.safelight.search.document;

import io.safelight.messaging.store.Condition;
import io.safelight.search.message.PhotoOnSale;
import org.jspecify.annotations.Nullable;

/**
 * The row of a photo: what the catalogue last said of it. A withdrawn photo keeps a row
 * without content, a tombstone, so that an older message that comes late is recognised.
 *
 * @param photoId the photo
 * @param version the catalogue's version of it
 * @param state {@value #LISTED} or {@value #WITHDRAWN}
 * @param shard the partition of the index of changes
 * @param changedAt when this row was decided, sortable
 * @param photo the photo; null once it is withdrawn
 * @param licensed how often it was licensed; null for never
 */
public record SearchDocument(String photoId, long version, String state, String shard, String changedAt,
		@Nullable PhotoOnSale photo, @Nullable Long licensed) {

	static final String LISTED = "LISTED";

	static final String WITHDRAWN = "WITHDRAWN";

	static SearchDocument listed(PhotoOnSale photo, long version, String changedAt, long sold) {
		return new SearchDocument(photo.photoId(), version, LISTED, SearchDocuments.shard(photo.photoId()), changedAt,
				photo, (sold > 0) ? sold : null);
	}

	static SearchDocument withdrawn(String photoId, long version, String changedAt, long sold) {
		return new SearchDocument(photoId, version, WITHDRAWN, SearchDocuments.shard(photoId), changedAt, null,
				(sold > 0) ? sold : null);
	}

	SearchDocument sold(long times, String at) {
		return new SearchDocument(this.photoId, this.version, this.state, this.shard, at, this.photo, times);
	}

	/** How often it was licensed. */
	public long sold() {
		return (this.licensed != null) ? this.licensed : 0;
	}

	/**
	 * Grows with every change of this row: both numbers only grow, and never both without
	 * a change.
	 */
	public long revision() {
		return this.version + sold();
	}

	/** That nothing has become of this row since it was read. */
	Condition unchanged() {
		return (this.licensed == null) ? Condition.version(this.version)
				: Condition.all(Condition.version(this.version), Condition.equal("licensed", this.licensed));
	}

}
