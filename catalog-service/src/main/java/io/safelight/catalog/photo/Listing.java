package io.safelight.catalog.photo;

import java.util.List;

import io.safelight.catalog.message.Colour;
import io.safelight.catalog.message.Label;
import io.safelight.catalog.message.Offer;
import io.safelight.catalog.message.Preview;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be known of a photo on sale. What people wrote stands first, then what
 * machines found.
 *
 * @param title never empty
 * @param description if the contributor wrote one
 * @param keywords by which it is to be found
 * @param category if it was put in one
 * @param labels what was seen in the picture
 * @param colours what colours it has
 * @param width pixels
 * @param height pixels
 * @param orientation how it lies
 * @param placeholder a ThumbHash in base64
 * @param fingerprint little-endian 32-bit floats in base64
 * @param previews the watermarked renditions
 * @param offers what can be bought
 * @param listedAt since when it is on sale, sortable
 */
record Listing(String title, @Nullable String description, List<String> keywords, @Nullable String category,
		List<Label> labels, List<Colour> colours, int width, int height, Orientation orientation,
		@Nullable String placeholder, @Nullable String fingerprint, List<Preview> previews, List<Offer> offers,
		String listedAt) {

	Listing {
		keywords = List.copyOf(keywords);
		labels = List.copyOf(labels);
		colours = List.copyOf(colours);
		previews = List.copyOf(previews);
		offers = List.copyOf(offers);
	}

	Listing described(String newTitle, @Nullable String newDescription, List<String> newKeywords,
			@Nullable String newCategory) {
		return new Listing(newTitle, newDescription, newKeywords, newCategory, this.labels, this.colours, this.width,
				this.height, this.orientation, this.placeholder, this.fingerprint, this.previews, this.offers,
				this.listedAt);
	}

}
