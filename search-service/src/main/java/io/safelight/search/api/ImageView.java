package io.safelight.search.api;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoOnSale.Colour;
import io.safelight.search.message.PhotoOnSale.Money;
import io.safelight.search.message.PhotoOnSale.Offer;
import io.safelight.search.message.PhotoOnSale.Preview;
import org.jspecify.annotations.Nullable;

/**
 * An image among the results.
 *
 * @param id the photo
 * @param title what it is called
 * @param description what its contributor says about it
 * @param width pixels
 * @param height pixels
 * @param aspect width by height
 * @param orientation how it lies
 * @param color its main colour, six hex digits
 * @param colours all its colours and their shares
 * @param placeholder a ThumbHash in base64, to be shown until the picture is there
 * @param keywords its keywords
 * @param category its category
 * @param contributor whose it is
 * @param urls watermarked previews, relative to the gateway
 * @param price what the cheapest size costs
 * @param addedDate since when it is on sale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImageView(String id, String title, @Nullable String description, int width, int height, double aspect,
		String orientation, @Nullable String color, List<Colour> colours, @Nullable String placeholder,
		List<String> keywords, @Nullable String category, Contributor contributor, Map<String, String> urls,
		@JsonProperty("from_price") @Nullable Money price, @JsonProperty("added_date") String addedDate) {

	private static final Map<String, String> URL_NAMES = Map.of("w320", "thumb", "w800", "small", "w1600", "regular");

	static ImageView of(PhotoOnSale photo) {
		return new ImageView(photo.photoId(), photo.title(), photo.description(), photo.width(), photo.height(),
				Math.round(1000.0 * photo.width() / Math.max(1, photo.height())) / 1000.0, photo.orientation(),
				mainColour(photo), photo.colours(), photo.placeholder(), photo.keywords(), photo.category(),
				new Contributor(photo.contributorId()), urls(photo), cheapest(photo), photo.listedAt());
	}

	private static @Nullable String mainColour(PhotoOnSale photo) {
		return photo.colours().stream().max(Comparator.comparingDouble(Colour::weight)).map(Colour::hex).orElse(null);
	}

	private static Map<String, String> urls(PhotoOnSale photo) {
		Map<String, String> urls = new LinkedHashMap<>();
		for (Preview preview : photo.previews()) {
			String name = URL_NAMES.get(preview.name());
			if (name != null) {
				urls.put(name, "/media/" + photo.photoId() + "/" + preview.name() + ".jpg");
			}
		}
		return urls;
	}

	private static @Nullable Money cheapest(PhotoOnSale photo) {
		return photo.offers().stream().map(Offer::price).min(Comparator.comparingLong(Money::amount)).orElse(null);
	}

	/**
	 * Who took it.
	 *
	 * @param id the contributor's user id
	 */
	record Contributor(String id) {
	}

}
