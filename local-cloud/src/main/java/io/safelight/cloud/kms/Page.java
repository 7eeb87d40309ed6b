package io.safelight.cloud.kms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a list, as {@code Limit} and {@code Marker} ask for it.
 *
 * @param items what is on this page
 * @param nextMarker where the next page begins; null on the last
 * @param <T> the type of the items
 */
record Page<T>(List<T> items, @Nullable String nextMarker) {

	static <T> Page<T> of(Input input, List<T> all, Function<T, String> name, int maximum) {
		int limit = input.number("Limit", 1, maximum).orElse(Math.min(100, maximum));
		String after = input.text("Marker").map(Page::nameIn).orElse("");
		List<T> rest = all.stream()
			.sorted(Comparator.comparing(name))
			.filter((item) -> name.apply(item).compareTo(after) > 0)
			.toList();
		if (rest.size() <= limit) {
			return new Page<>(rest, null);
		}
		List<T> items = rest.subList(0, limit);
		return new Page<>(items, markerAfter(name.apply(items.getLast())));
	}

	JsonNode describedIn(ObjectNode answer) {
		answer.put("Truncated", this.nextMarker != null);
		if (this.nextMarker != null) {
			answer.put("NextMarker", this.nextMarker);
		}
		return answer;
	}

	private static String markerAfter(String name) {
		return Base64.getUrlEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
	}

	private static String nameIn(String marker) {
		try {
			return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw KmsErrors.refusal("InvalidMarkerException", "The marker is not one that this account gave.");
		}
	}

}
