package io.safelight.purchase.offer;

import java.util.List;

import io.safelight.messaging.Changes;
import io.safelight.messaging.MessageContext;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.store.Condition;

/**
 * Follows the catalogue. News come in any order: what is not newer than what is known
 * changes nothing.
 */
public class OfferProjection {

	private final Offers offers;

	public OfferProjection(Offers offers) {
		this.offers = offers;
	}

	/** Adds what this projection listens to. */
	public MessageRoutes.Builder routes(MessageRoutes.Builder routes) {
		return routes.from("safelight-catalog-events")
			.on("photo-listed.v1", PhotoListed.class, this::on)
			.on("photo-changed.v1", PhotoListed.class, this::on)
			.on("photo-withdrawn.v1", PhotoWithdrawn.class, this::on)
			.on("pack-changed.v1", PackChanged.class, this::on);
	}

	Changes on(PhotoListed photo, MessageContext context) {
		return photo(new PhotoOffer(Offers.photoKey(photo.photoId()), version(context), photo.photoId(),
				photo.contributorId(), photo.title(), true, photo.offers()));
	}

	Changes on(PhotoWithdrawn photo, MessageContext context) {
		return photo(new PhotoOffer(Offers.photoKey(photo.photoId()), version(context), photo.photoId(),
				photo.contributorId(), "", false, List.of()));
	}

	Changes on(PackChanged pack, MessageContext context) {
		PackOffer news = new PackOffer(Offers.packKey(pack.packId()), version(context), pack.packId(), pack.title(),
				pack.photoIds(), pack.size(), pack.price(), pack.state().equals("ON_SALE"));
		long seen = this.offers.pack(pack.packId()).map(PackOffer::version).orElse(0L);
		return newer(seen, news.version(), news);
	}

	private Changes photo(PhotoOffer news) {
		long seen = this.offers.photo(news.photoId()).map(PhotoOffer::version).orElse(0L);
		return newer(seen, news.version(), news);
	}

	private static Changes newer(long seen, long version, Object row) {
		return (version > seen) ? Changes.none().put(Offers.TABLE, row, Condition.version(seen)) : Changes.none();
	}

	private static long version(MessageContext context) {
		return context.metadata().aggregateVersion();
	}

}
