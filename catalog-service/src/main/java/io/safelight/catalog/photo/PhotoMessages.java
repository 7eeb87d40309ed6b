package io.safelight.catalog.photo;

import io.safelight.catalog.CatalogTopics;
import io.safelight.catalog.message.PhotoOnSale;
import io.safelight.catalog.message.PhotoWithdrawn;
import io.safelight.messaging.OutgoingMessage;
import org.jspecify.annotations.Nullable;

/**
 * What is said about photos.
 */
final class PhotoMessages {

	private PhotoMessages() {
	}

	static OutgoingMessage listed(ListedPhoto photo, int epoch) {
		return message("photo-listed.v1", photo, onSale(photo, epoch));
	}

	static OutgoingMessage changed(ListedPhoto photo) {
		return message("photo-changed.v1", photo, onSale(photo, null));
	}

	static OutgoingMessage withdrawn(WithdrawnPhoto photo, int epoch) {
		return message("photo-withdrawn.v1", photo,
				new PhotoWithdrawn(photo.photoId(), photo.contributorId(), photo.reason(), epoch));
	}

	private static OutgoingMessage message(String type, Photo photo, Object data) {
		return OutgoingMessage.to(CatalogTopics.EVENTS, type, photo.photoId(), photo.version(), data)
			.onBehalfOf(photo.contributorId());
	}

	private static PhotoOnSale onSale(ListedPhoto photo, @Nullable Integer epoch) {
		Listing listing = photo.listing();
		return new PhotoOnSale(photo.photoId(), photo.contributorId(), listing.title(), listing.description(),
				listing.keywords(), listing.category(), listing.labels(), listing.colours(), listing.width(),
				listing.height(), listing.orientation().wireName(), listing.placeholder(), listing.fingerprint(),
				listing.previews(), listing.offers(), listing.listedAt(), epoch);
	}

}
