package io.safelight.catalog.popularity;

import io.safelight.catalog.CatalogTopics;
import io.safelight.catalog.message.LicenceIssued;
import io.safelight.catalog.message.PhotoPopularityChanged;
import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;

/**
 * Counts licences by photo. A licence that comes twice counts once, as the inbox sees to
 * it; of two at once the second is counted anew. The count is the version of a thing of
 * its own, so a sale makes no new version of the photo: nobody who edits it at that
 * moment is disturbed. Thread-safe.
 */
public final class CountSales {

	/** Where the counts are. */
	public static final Table TABLE = Table.of("safelight-catalog-popularity", "photoId");

	private final Store store;

	public CountSales(Store store) {
		this.store = store;
	}

	/** Somebody has bought a licence. */
	public Changes on(LicenceIssued licence, MessageContext context) {
		String photoId = licence.photoId();
		long seen = this.store.find(TABLE, TABLE.key(photoId), Popularity.class).map(Popularity::version).orElse(0L);
		long sold = seen + 1;
		return Changes.none()
			.put(TABLE, new Popularity(photoId, sold), Condition.version(seen))
			.publish(OutgoingMessage.to(CatalogTopics.EVENTS_IN_SEQUENCE, "photo-popularity-changed.v1",
					"popularity/" + photoId, sold, new PhotoPopularityChanged(photoId, sold)));
	}

	/**
	 * How often a photo was licensed.
	 *
	 * @param photoId the photo
	 * @param version how often
	 */
	record Popularity(String photoId, long version) {
	}

}
