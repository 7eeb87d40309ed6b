package io.safelight.search.api;

import java.util.List;
import java.util.UUID;

import io.safelight.search.index.FoundImages;
import io.safelight.search.index.FoundImages.Window;
import io.safelight.search.index.ImageSearch;
import io.safelight.search.index.SimilarImages;
import io.safelight.search.index.Suggestions;
import io.safelight.search.index.Trends;
import io.safelight.service.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Searching over HTTP.
 */
@RestController
@Tag(name = "Images", description = "Finding photos")
class ImageController {

	private final ImageSearch search;

	private final SimilarImages similar;

	private final Suggestions suggestions;

	private final Trends trends;

	ImageController(ImageSearch search, SimilarImages similar, Suggestions suggestions, Trends trends) {
		this.search = search;
		this.similar = similar;
		this.suggestions = suggestions;
		this.trends = trends;
	}

	@GetMapping("/v1/images/search")
	@PermitAll
	@Operation(summary = "Find images by words, colours and shape")
	@Parameter(name = "query", in = ParameterIn.QUERY, description = "words; \"words together\"; NOT word or -word",
			example = "sea -boat")
	@Parameter(name = "color", in = ParameterIn.QUERY,
			description = "one to five colours as six hex digits without #, separated by commas", example = "1f4e79")
	@Parameter(name = "orientation", in = ParameterIn.QUERY,
			description = "horizontal, vertical, square (or landscape, portrait, squarish)")
	@Parameter(name = "category", in = ParameterIn.QUERY, description = "any of these, separated by commas")
	@Parameter(name = "contributor", in = ParameterIn.QUERY, description = "any of these, separated by commas")
	@Parameter(name = "ids", in = ParameterIn.QUERY, description = "any of these photos, separated by commas")
	@Parameter(name = "width_from", in = ParameterIn.QUERY, description = "least width in pixels")
	@Parameter(name = "width_to", in = ParameterIn.QUERY, description = "greatest width in pixels")
	@Parameter(name = "height_from", in = ParameterIn.QUERY, description = "least height in pixels")
	@Parameter(name = "height_to", in = ParameterIn.QUERY, description = "greatest height in pixels")
	@Parameter(name = "sort", in = ParameterIn.QUERY, description = "relevance (the default), newest or popular")
	@Parameter(name = "page", in = ParameterIn.QUERY, description = "from 1; only the first 10,000 results")
	@Parameter(name = "per_page", in = ParameterIn.QUERY, description = "1 to 100, 20 by default")
	@Parameter(name = "cursor", in = ParameterIn.QUERY, description = "next_cursor of the last answer")
	SearchAnswer search(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
		SearchParameters parameters = new SearchParameters(given);
		String cursor = parameters.cursor();
		return (cursor != null) ? next(parameters, cursor) : first(parameters);
	}

	private SearchAnswer first(SearchParameters parameters) {
		int skip = (parameters.page() - 1) * parameters.perPage();
		return answer(parameters, new Window(skip, parameters.perPage(), null), parameters.page(),
				UUID.randomUUID().toString());
	}

	private SearchAnswer next(SearchParameters parameters, String text) {
		SearchCursor cursor = SearchCursor.read(text, parameters.fingerprint());
		return answer(parameters, new Window(0, parameters.perPage(), cursor.after()), cursor.page(),
				cursor.searchId());
	}

	private SearchAnswer answer(SearchParameters parameters, Window window, int page, String searchId) {
		FoundImages found = this.search.find(parameters.question(), window);
		return SearchAnswer.of(found, page, window.limit(), searchId, nextCursor(parameters, found, page, searchId));
	}

	private static @Nullable String nextCursor(SearchParameters parameters, FoundImages found, int page,
			String searchId) {
		return (found.next() != null)
				? new SearchCursor(parameters.fingerprint(), searchId, page + 1, found.next()).text() : null;
	}

	@GetMapping("/v1/images/{id}/similar")
	@PermitAll
	@Operation(summary = "Images that look like this one",
			description = "By fingerprint; where that does not tell, by keywords and main colour.")
	SearchAnswer similar(@PathVariable String id,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage) {
		FoundImages found = this.similar.to(id, perPage)
			.orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "unknown-image",
					"No such image can be found here: check its id, or whether it is still on sale."));
		return SearchAnswer.of(found, 1, perPage, UUID.randomUUID().toString(), null);
	}

	@PostMapping("/v1/images/similar")
	@PermitAll
	@Operation(summary = "Images that look like a picture that is not here",
			description = "What makes it look alike is computed where the picture is: 120 numbers after the colour layout and edge histogram of MPEG-7, as imaging describes them. The picture itself is not sent.")
	SearchAnswer looking(@Valid @RequestBody Look look,
			@RequestParam(name = "per_page", defaultValue = "20") @Min(1) @Max(100) int perPage) {
		FoundImages found = this.similar.looking(look.fingerprint(), perPage)
			.orElseThrow(() -> new ProblemException(HttpStatus.BAD_REQUEST, "unreadable-fingerprint",
					"That is no fingerprint: send 32-bit floats, little-endian, in base64."));
		return SearchAnswer.of(found, 1, perPage, UUID.randomUUID().toString(), null);
	}

	@GetMapping("/v1/images/trends")
	@PermitAll
	@Operation(summary = "What people want just now", description = "What the most licensed photos have in common.")
	TrendAnswer trends(@RequestParam(defaultValue = "12") @Min(1) @Max(24) int limit) {
		return new TrendAnswer(this.trends.now(limit).stream().map(TrendView::of).toList());
	}

	@GetMapping("/v1/images/search/suggestions")
	@PermitAll
	@Operation(summary = "How a word could go on")
	SuggestionAnswer suggestions(@RequestParam String query,
			@RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit) {
		return new SuggestionAnswer(this.suggestions.beginningWith(query, limit));
	}

	/**
	 * How a picture looks.
	 *
	 * @param fingerprint little-endian 32-bit floats in base64
	 */
	record Look(@NotNull(message = "send the picture's fingerprint") @Size(min = 8, max = 6000,
			message = "a fingerprint has 8 to 6000 characters") String fingerprint) {
	}

	/**
	 * Words that are wanted, the most wanted first.
	 *
	 * @param data the words
	 */
	record TrendAnswer(List<TrendView> data) {
	}

	/**
	 * Something that people want.
	 *
	 * @param text the word
	 * @param count how many of the most wanted photos have it
	 * @param image one of them
	 */
	record TrendView(String text, long count, ImageView image) {

		static TrendView of(Trends.Trend trend) {
			return new TrendView(trend.text(), trend.count(), ImageView.of(trend.photo()));
		}

	}

	/**
	 * Suggestions, the most frequent first.
	 *
	 * @param data the suggestions
	 */
	record SuggestionAnswer(List<Suggestions.Suggestion> data) {
	}

}
