package io.safelight.search.message;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * {@code photo-listed.v1} and {@code photo-changed.v1}: the whole state of a photo on
 * sale, as far as it can be searched for or shown among results.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param title what it is called
 * @param description what its contributor says about it
 * @param keywords by which it is to be found
 * @param category the shop's category
 * @param labels what was seen in the picture
 * @param colours what colours it has
 * @param width pixels
 * @param height pixels
 * @param orientation {@code horizontal}, {@code vertical} or {@code square}
 * @param placeholder a ThumbHash in base64
 * @param fingerprint little-endian 32-bit floats in base64
 * @param previews the watermarked renditions
 * @param offers what can be bought
 * @param listedAt since when it is on sale, ISO-8601
 */
public record PhotoOnSale(String photoId, String contributorId, String title, @Nullable String description,
		List<String> keywords, @Nullable String category, List<Label> labels, List<Colour> colours, int width,
		int height, String orientation, @Nullable String placeholder, @Nullable String fingerprint,
		List<Preview> previews, List<Offer> offers, String listedAt) {

	/**
	 * Refuses a message that lacks what an index cannot do without.
	 * @throws NullPointerException if it does
	 */
	public PhotoOnSale {
		Objects.requireNonNull(photoId, "photoId is missing");
		Objects.requireNonNull(contributorId, "contributorId is missing");
		Objects.requireNonNull(title, "title is missing");
		Objects.requireNonNull(orientation, "orientation is missing");
		Objects.requireNonNull(listedAt, "listedAt is missing");
		keywords = (keywords != null) ? List.copyOf(keywords) : List.of();
		labels = (labels != null) ? List.copyOf(labels) : List.of();
		colours = (colours != null) ? List.copyOf(colours) : List.of();
		previews = (previews != null) ? List.copyOf(previews) : List.of();
		offers = (offers != null) ? List.copyOf(offers) : List.of();
	}

	/**
	 * Something that was seen in the picture.
	 *
	 * @param name what was seen
	 */
	public record Label(String name) {
	}

	/**
	 * A colour of the picture.
	 *
	 * @param hex sRGB as six hex digits, without {@code #}
	 * @param weight its share of the picture, 0 to 1
	 */
	public record Colour(String hex, double weight) {
	}

	/**
	 * A watermarked rendition.
	 *
	 * @param name such as {@code w320}
	 */
	public record Preview(String name) {
	}

	/**
	 * A size that can be bought.
	 *
	 * @param size its name
	 * @param price what it costs
	 */
	public record Offer(String size, Money price) {
	}

	/**
	 * A sum of money.
	 *
	 * @param amount minor units
	 * @param currency ISO 4217
	 */
	public record Money(long amount, String currency) {
	}

}
