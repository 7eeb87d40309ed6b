package io.safelight.catalog.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code photo-listed.v1} and {@code photo-changed.v1}: everything that is to be known of
 * a photo on sale.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param title what it is called
 * @param description what its contributor says about it, if anything
 * @param keywords by which it is to be found
 * @param category one of the shop's categories, if it was put in one
 * @param labels what was seen in the picture
 * @param colours what colours it has
 * @param width pixels
 * @param height pixels
 * @param orientation {@code horizontal}, {@code vertical} or {@code square}
 * @param placeholder a ThumbHash in base64
 * @param fingerprint little-endian 32-bit floats in base64
 * @param previews the watermarked renditions
 * @param offers what can be bought
 * @param listedAt since when it is on sale
 * @param epoch the epoch of the command that this answers; null in an edit
 */
public record PhotoOnSale(String photoId, String contributorId, String title, @Nullable String description,
		List<String> keywords, @Nullable String category, List<Label> labels, List<Colour> colours, int width,
		int height, String orientation, @Nullable String placeholder, @Nullable String fingerprint,
		List<Preview> previews, List<Offer> offers, String listedAt, @Nullable Integer epoch) {
}
