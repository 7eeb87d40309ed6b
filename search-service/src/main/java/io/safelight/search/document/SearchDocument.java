package io.safelight.search.document;

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
 */
public record SearchDocument(String photoId, long version, String state, String shard, String changedAt,
		@Nullable PhotoOnSale photo) {

	static final String LISTED = "LISTED";

	static final String WITHDRAWN = "WITHDRAWN";

	static SearchDocument listed(PhotoOnSale photo, long version, String changedAt) {
		return new SearchDocument(photo.photoId(), version, LISTED, SearchDocuments.shard(photo.photoId()), changedAt,
				photo);
	}

	static SearchDocument withdrawn(String photoId, long version, String changedAt) {
		return new SearchDocument(photoId, version, WITHDRAWN, SearchDocuments.shard(photoId), changedAt, null);
	}

}
