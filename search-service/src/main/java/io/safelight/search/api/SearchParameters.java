package io.safelight.search.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.safelight.search.colour.Lab;
import io.safelight.search.index.ImageQuestion;
import io.safelight.search.index.ImageQuestion.Order;
import io.safelight.search.index.ImageQuestion.Range;
import io.safelight.service.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of a search, read strictly: a name or a value that is not known is
 * refused with those that are, for a filter that was silently ignored looks like a wrong
 * result. The words alone are never wrong.
 */
final class SearchParameters {

	static final int MOST_PER_PAGE = 100;

	/** Beyond this page numbers get slow: the cursor does not. */
	static final int DEEPEST = 10_000;

	private static final int MOST_COLOURS = 5;

	private static final int LONGEST_QUERY = 500;

	private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6})");

	private static final Map<String, String> ORIENTATIONS = orientations();

	private static final Map<String, Order> ORDERS = Map.of("relevance", Order.RELEVANCE, "newest", Order.NEWEST,
			"popular", Order.POPULAR);

	private static final Set<String> NAMES = Set.of("query", "color", "orientation", "category", "contributor", "ids",
			"width_from", "width_to", "height_from", "height_to", "sort", "page", "per_page", "cursor");

	/** What chooses a page of a search, and not the search. */
	private static final Set<String> PAGING = Set.of("page", "per_page", "cursor");

	private final MultiValueMap<String, String> given;

	SearchParameters(MultiValueMap<String, String> given) {
		this.given = given;
		given.keySet().stream().filter((name) -> !NAMES.contains(name)).sorted().findFirst().ifPresent((name) -> {
			throw invalid("unknown-parameter", name, "There is no parameter '" + name + "': use those in 'allowed'.")
				.with("allowed", NAMES.stream().sorted().toList());
		});
	}

	private static Map<String, String> orientations() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put("horizontal", "horizontal");
		names.put("vertical", "vertical");
		names.put("square", "square");
		names.put("landscape", "horizontal");
		names.put("portrait", "vertical");
		names.put("squarish", "square");
		return names;
	}

	ImageQuestion question() {
		return new ImageQuestion(words(), colours(), orientation(), list("category"), list("contributor"),
				new Range(number("width_from", 0, 0, Integer.MAX_VALUE),
						number("width_to", Integer.MAX_VALUE, 0, Integer.MAX_VALUE)),
				new Range(number("height_from", 0, 0, Integer.MAX_VALUE),
						number("height_to", Integer.MAX_VALUE, 0, Integer.MAX_VALUE)),
				ids(), order());
	}

	int page() {
		int page = number("page", 1, 1, Integer.MAX_VALUE);
		if ((long) page * perPage() > DEEPEST) {
			throw invalid("too-deep", "page", "By page number only the first " + DEEPEST
					+ " results can be reached: follow next_cursor of each answer instead.");
		}
		return page;
	}

	int perPage() {
		return number("per_page", 20, 1, MOST_PER_PAGE);
	}

	@Nullable String cursor() {
		String cursor = value("cursor");
		if (cursor != null && value("page") != null) {
			throw invalid("page-and-cursor", "page", "A cursor knows its page: send either page or cursor.");
		}
		return cursor;
	}

	/** The same for the same search, whatever the page. */
	String fingerprint() {
		Map<String, List<String>> search = new TreeMap<>(this.given);
		search.keySet().removeAll(PAGING);
		return Integer.toHexString(search.toString().hashCode());
	}

	private String words() {
		String words = value("query");
		if (words != null && words.length() > LONGEST_QUERY) {
			throw invalid("query-too-long", "query",
					"The query has " + words.length() + " characters; at most " + LONGEST_QUERY + " are looked at.");
		}
		return (words != null) ? words : "";
	}

	private List<Lab> colours() {
		List<String> hexes = list("color");
		if (hexes.size() > MOST_COLOURS) {
			throw invalid("too-many-colours", "color",
					"At most " + MOST_COLOURS + " colours can be looked for at once.");
		}
		return hexes.stream().map(SearchParameters::colour).toList();
	}

	private List<String> ids() {
		List<String> ids = list("ids");
		if (ids.size() > MOST_PER_PAGE) {
			throw invalid("too-many-ids", "ids", "At most " + MOST_PER_PAGE + " photos can be named at once.");
		}
		return ids;
	}

	private static Lab colour(String hex) {
		var matcher = HEX.matcher(hex);
		if (!matcher.matches()) {
			throw invalid("invalid-color", "color",
					"A colour is six hex digits without '#', such as color=1f4e79; several are separated by commas. Write each digit of a short form twice: f60 is ff6600.");
		}
		return Lab.ofHex(matcher.group(1));
	}

	private @Nullable String orientation() {
		String wanted = value("orientation");
		return (wanted != null) ? oneOf("orientation", wanted, ORIENTATIONS) : null;
	}

	private Order order() {
		String wanted = value("sort");
		return (wanted != null) ? oneOf("sort", wanted, ORDERS) : Order.RELEVANCE;
	}

	private static <T> T oneOf(String name, String wanted, Map<String, T> allowed) {
		T value = allowed.get(wanted.toLowerCase(Locale.ROOT));
		if (value == null) {
			throw invalid("invalid-" + name, name, "'" + name + "' must be one of those in 'allowed'.").with("allowed",
					allowed.keySet().stream().sorted().toList());
		}
		return value;
	}

	private int number(String name, int absent, int least, int most) {
		String text = value(name);
		if (text == null) {
			return absent;
		}
		try {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			throw notInRange(name, least, most);
		}
		throw notInRange(name, least, most);
	}

	private static ProblemException notInRange(String name, int least, int most) {
		return invalid("invalid-" + name.replace('_', '-'), name,
				"'" + name + "' must be a whole number from " + least + " to " + most + ".");
	}

	private List<String> list(String name) {
		List<String> values = this.given.getOrDefault(name, List.of());
		return values.stream()
			.flatMap((value) -> (value != null) ? Arrays.stream(value.split(",")) : Stream.empty())
			.map(String::strip)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	private @Nullable String value(String name) {
		String value = this.given.getFirst(name);
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	private static ProblemException invalid(String code, String parameter, String detail) {
		return new ProblemException(HttpStatus.BAD_REQUEST, code, detail).with("parameter", parameter);
	}

}
