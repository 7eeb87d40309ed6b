package io.safelight.search.index;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.safelight.search.index.FoundImages.Window;
import io.safelight.search.index.ImageQuestion.Order;
import io.safelight.search.message.PhotoOnSale;

/**
 * What people want just now: the keywords that the most licensed photos have in common,
 * each with a photo to show for it. Where nothing was sold yet, those of the newest ones.
 * Thread-safe.
 */
public final class Trends {

	private static final Window MOST_WANTED = new Window(0, 200, null);

	private final ImageSearch search;

	public Trends(ImageSearch search) {
		this.search = search;
	}

	/** Words, the most wanted first, each with another photo. */
	public List<Trend> now(int limit) {
		List<PhotoOnSale> photos = this.search.find(wanted(), MOST_WANTED).images();
		Map<String, Long> counts = new LinkedHashMap<>();
		photos.forEach((photo) -> words(photo).forEach((word) -> counts.merge(word, 1L, Long::sum)));
		Set<String> shown = new HashSet<>();
		// The sort is stable: of words that are as frequent, that of the more wanted
		// photo.
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.flatMap((entry) -> photos.stream()
				.filter((photo) -> words(photo).contains(entry.getKey()) && shown.add(photo.photoId()))
				.limit(1)
				.map((photo) -> new Trend(entry.getKey(), entry.getValue(), photo)))
			.limit(limit)
			.toList();
	}

	private static ImageQuestion wanted() {
		ImageQuestion anything = ImageQuestion.ANYTHING;
		return new ImageQuestion(anything.words(), anything.colours(), null, List.of(), List.of(), anything.width(),
				anything.height(), List.of(), Order.POPULAR);
	}

	private static List<String> words(PhotoOnSale photo) {
		return photo.keywords().stream().map((word) -> word.toLowerCase(Locale.ROOT)).distinct().toList();
	}

	/**
	 * Something that people want.
	 *
	 * @param text the word
	 * @param count how many of the most wanted photos have it
	 * @param photo one of them
	 */
	public record Trend(String text, long count, PhotoOnSale photo) {
	}

}
