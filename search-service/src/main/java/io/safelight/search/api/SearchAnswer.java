package io.safelight.search.api;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.safelight.search.index.FoundImages;
import io.safelight.search.index.FoundImages.FacetCount;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param page its number, from 1
 * @param perPage how many images a page has
 * @param totalCount how many there are in all
 * @param searchId the identity of this search; a purchase may name it
 * @param data the images
 * @param facets for each facet how many of all have which value
 * @param nextCursor for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchAnswer(int page, @JsonProperty("per_page") int perPage, @JsonProperty("total_count") long totalCount,
		@JsonProperty("search_id") String searchId, List<ImageView> data, Map<String, List<FacetCount>> facets,
		@JsonProperty("next_cursor") @Nullable String nextCursor) {

	static SearchAnswer of(FoundImages found, int page, int perPage, String searchId, @Nullable String nextCursor) {
		return new SearchAnswer(page, perPage, found.total(), searchId,
				found.images().stream().map(ImageView::of).toList(), found.facets(), nextCursor);
	}

}
