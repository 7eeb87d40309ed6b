package io.safelight.search.index;

import java.util.List;
import java.util.Map;

import io.safelight.search.message.PhotoOnSale;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total how many there are in all
 * @param images those of this page
 * @param facets for each facet how many of all have which value
 * @param next where the next page begins; null on the last
 */
public record FoundImages(long total, List<PhotoOnSale> images, Map<String, List<FacetCount>> facets,
		@Nullable Position next) {

	public FoundImages {
		images = List.copyOf(images);
	}

	/**
	 * How many have a value.
	 *
	 * @param value the value
	 * @param count how many
	 */
	public record FacetCount(String value, long count) {
	}

	/**
	 * The last image of a page: the next page begins after it.
	 *
	 * @param score how well it fits
	 * @param sold how often it was licensed, where that is the order
	 * @param added when it was listed, milliseconds since 1970
	 * @param id the photo
	 */
	public record Position(float score, long sold, long added, String id) {
	}

	/**
	 * Which part of all that is found.
	 *
	 * @param skip how many to leave out, from the beginning or after the position
	 * @param limit the most
	 * @param after where the page begins; null for the beginning
	 */
	public record Window(int skip, int limit, @Nullable Position after) {
	}

}
