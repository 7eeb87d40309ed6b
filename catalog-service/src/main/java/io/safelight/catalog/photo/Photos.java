package io.safelight.catalog.photo;

import java.util.List;
import java.util.Optional;

import io.safelight.catalog.CatalogTopics;
import io.safelight.messaging.Changes;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Page;
import io.safelight.messaging.store.Query;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;

/**
 * All photos of the catalogue, on sale or withdrawn. Thread-safe.
 */
public final class Photos {

	/** Where they are kept. */
	public static final Table TABLE = Table.of("safelight-catalog-photos", "photoId")
		.indexedBy("contributor", "onSaleBy", "listedAt");

	private final Store store;

	public Photos(Store store) {
		this.store = store;
	}

	Optional<Photo> find(String photoId) {
		return this.store.find(TABLE, TABLE.key(photoId), PhotoRow.class).map(PhotoRow::photo);
	}

	/** The sizes in which a photo can be bought now; none if it is not on sale. */
	public List<String> sizesOnSale(String photoId) {
		return (find(photoId).orElse(null) instanceof ListedPhoto listed)
				? listed.listing().offers().stream().map((offer) -> offer.size()).toList() : List.of();
	}

	/** A contributor's photos on sale, newest first. */
	Page<ListedPhoto> onSaleBy(String contributorId, int limit, @Nullable String cursor) {
		Page<PhotoRow> rows = this.store.query(
				Query.of(TABLE, "contributor", contributorId).newestFirst().limit(limit).after(cursor), PhotoRow.class);
		List<ListedPhoto> photos = rows.items()
			.stream()
			.map(PhotoRow::photo)
			.filter(ListedPhoto.class::isInstance)
			.map(ListedPhoto.class::cast)
			.toList();
		return new Page<>(photos, rows.cursor());
	}

	/**
	 * A photo as it is to be, if it is still in the version that was seen, and what is
	 * said about it: to everybody, and in sequence. As only this makes a version, the
	 * sequence has no gaps.
	 * @param photo the photo in its next version
	 * @param seenVersion the version that was seen; 0 for none
	 * @param message what is said
	 */
	static Changes put(Photo photo, long seenVersion, OutgoingMessage message) {
		return Changes.none()
			.put(TABLE, PhotoRow.of(photo), Condition.version(seenVersion))
			.publish(message)
			.publish(message.on(CatalogTopics.EVENTS_IN_SEQUENCE));
	}

	/** Nothing, but only if the photo is still in the version that was seen. */
	static Changes unchanged(Photo photo) {
		return Changes.none().check(TABLE, TABLE.key(photo.photoId()), Condition.version(photo.version()));
	}

}
