package io.safelight.catalog.photo;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.safelight.catalog.message.ListPhoto;
import io.safelight.catalog.message.Offer;
import io.safelight.catalog.message.Preview;
import io.safelight.messaging.UnprocessableMessageException;
import io.safelight.messaging.store.SortableTime;
import org.jspecify.annotations.Nullable;

/**
 * Makes a listing of what publication hands over: finds it a title, prices its sizes.
 */
final class ListingDesk {

	private static final String UNTITLED = "Untitled photo";

	private static final int TITLE_KEYWORDS = 3;

	private final PriceList prices;

	private final Clock clock;

	ListingDesk(PriceList prices, Clock clock) {
		this.prices = prices;
		this.clock = clock;
	}

	/**
	 * The listing.
	 * @throws UnprocessableMessageException if nothing of it could be sold
	 */
	Listing listing(ListPhoto command) {
		Keywords keywords = Keywords.of(command.keywords());
		List<Preview> previews = command.renditions()
			.stream()
			.map((file) -> new Preview(file.name(), file.width(), file.height(), file.bytes()))
			.toList();
		return new Listing(title(command.title(), keywords), null, keywords.words(), null, command.labels(),
				command.colours(), command.width(), command.height(), Orientation.of(command.width(), command.height()),
				command.placeholder(), command.fingerprint(), previews, offers(command),
				SortableTime.of(this.clock.instant()));
	}

	private List<Offer> offers(ListPhoto command) {
		List<Offer> offers = this.prices.offers(command.saleSizes());
		if (offers.isEmpty()) {
			throw new UnprocessableMessageException(
					"Photo " + command.photoId() + " has no size with a price: " + this.prices.sizes() + " are priced");
		}
		return offers;
	}

	/**
	 * The contributor's title; else the first keywords. A file's name is never shown: it
	 * says more of the photographer's disk than of the picture.
	 */
	private static String title(@Nullable String given, Keywords keywords) {
		if (given != null && !given.isBlank()) {
			return shortened(given.strip());
		}
		String words = keywords.words().stream().limit(TITLE_KEYWORDS).collect(Collectors.joining(", "));
		return words.isEmpty() ? UNTITLED
				: shortened(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
	}

	private static String shortened(String title) {
		return (title.length() <= PhotoEdit.TITLE_LENGTH) ? title
				: title.substring(0, PhotoEdit.TITLE_LENGTH - 1) + "…";
	}

}
