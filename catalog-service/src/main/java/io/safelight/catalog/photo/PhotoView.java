package io.safelight.catalog.photo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.catalog.Money;
import io.safelight.catalog.message.Colour;
import io.safelight.catalog.message.Label;
import io.safelight.catalog.message.Offer;
import io.safelight.catalog.message.Preview;
import org.jspecify.annotations.Nullable;

/**
 * A photo as everybody may see it: no bucket and no key of a file for sale.
 */
record PhotoView(String id, long version, String title, @Nullable String description, List<String> keywords,
		@Nullable String category, List<Label> labels, List<Colour> colours, int width, int height,
		Orientation orientation, @Nullable String placeholder, Contributor contributor, Map<String, String> urls,
		List<PreviewView> previews, List<OfferView> offers, String listedAt) {

	private static final Map<String, String> URL_NAMES = Map.of("w320", "thumb", "w800", "small", "w1600", "regular");

	static PhotoView of(ListedPhoto photo) {
		Listing listing = photo.listing();
		return new PhotoView(photo.photoId(), photo.version(), listing.title(), listing.description(),
				listing.keywords(), listing.category(), listing.labels(), listing.colours(), listing.width(),
				listing.height(), listing.orientation(), listing.placeholder(), new Contributor(photo.contributorId()),
				urls(photo),
				listing.previews().stream().map((preview) -> PreviewView.of(photo.photoId(), preview)).toList(),
				listing.offers().stream().map(OfferView::of).toList(), listing.listedAt());
	}

	private static Map<String, String> urls(ListedPhoto photo) {
		Map<String, String> urls = new LinkedHashMap<>();
		for (Preview preview : photo.listing().previews()) {
			String name = URL_NAMES.get(preview.name());
			if (name != null) {
				urls.put(name, media(photo.photoId(), preview.name()));
			}
		}
		return urls;
	}

	/** Relative to the gateway. */
	private static String media(String photoId, String rendition) {
		return "/media/" + photoId + "/" + rendition + ".jpg";
	}

	/**
	 * Who took it.
	 *
	 * @param id the contributor's user id
	 */
	record Contributor(String id) {
	}

	/**
	 * A watermarked rendition.
	 *
	 * @param name such as {@code w320}
	 * @param url relative to the gateway
	 * @param width pixels
	 * @param height pixels
	 * @param bytes its length
	 */
	record PreviewView(String name, String url, int width, int height, long bytes) {

		static PreviewView of(String photoId, Preview preview) {
			return new PreviewView(preview.name(), media(photoId, preview.name()), preview.width(), preview.height(),
					preview.bytes());
		}

	}

	/**
	 * A size that can be bought.
	 *
	 * @param size the size's name
	 * @param width pixels
	 * @param height pixels
	 * @param bytes length of the file
	 * @param price what it costs
	 */
	record OfferView(String size, int width, int height, long bytes, Money price) {

		static OfferView of(Offer offer) {
			return new OfferView(offer.size(), offer.width(), offer.height(), offer.bytes(), offer.price());
		}

	}

}
