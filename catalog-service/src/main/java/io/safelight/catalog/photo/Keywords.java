package io.safelight.catalog.photo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words by which a photo is to be found: trimmed, each once whatever its case, in the
 * order in which they were given, at most {@value #MOST}.
 *
 * @param words the words
 */
record Keywords(List<String> words) {

	static final int MOST = 50;

	static final int LENGTH = 50;

	Keywords {
		words = List.copyOf(words);
	}

	/**
	 * Tidies what was given; words that are too long, and those beyond the limit, are
	 * left out.
	 */
	static Keywords of(List<String> given) {
		Map<String, String> byFolded = new LinkedHashMap<>();
		given.stream()
			.map((word) -> word.strip().replaceAll("\\s+", " "))
			.filter((word) -> !word.isEmpty() && word.length() <= LENGTH)
			.forEach((word) -> byFolded.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
		return new Keywords(byFolded.values().stream().limit(MOST).toList());
	}

}
