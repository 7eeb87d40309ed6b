package io.safelight.search.index;

import java.util.List;

import io.safelight.search.colour.Lab;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Everything that is given must hold.
 *
 * @param words in the language of {@link Words}; empty for any
 * @param colours that must be in the picture; empty for any
 * @param orientation one of those in the index, or null
 * @param categories any of these; empty for all
 * @param contributors any of these; empty for all
 * @param width pixels
 * @param height pixels
 * @param ids any of these photos; empty for all
 * @param order which come first
 */
public record ImageQuestion(String words, List<Lab> colours, @Nullable String orientation, List<String> categories,
		List<String> contributors, Range width, Range height, List<String> ids, Order order) {

	/** Everything there is, the newest first. */
	public static final ImageQuestion ANYTHING = new ImageQuestion("", List.of(), null, List.of(), List.of(), Range.ANY,
			Range.ANY, List.of(), Order.RELEVANCE);

	public ImageQuestion {
		colours = List.copyOf(colours);
		categories = List.copyOf(categories);
		contributors = List.copyOf(contributors);
		ids = List.copyOf(ids);
	}

	/** In which order images come. */
	public enum Order {

		/** Those that fit best; the newest of those that fit equally well. */
		RELEVANCE,
		/** Those that were listed last. */
		NEWEST,
		/** Those that were licensed most often; the newest of those licensed as often. */
		POPULAR

	}

	/**
	 * From one number to another, both included.
	 *
	 * @param from the least
	 * @param to the most
	 */
	public record Range(int from, int to) {

		/** Any number. */
		public static final Range ANY = new Range(0, Integer.MAX_VALUE);

	}

}
