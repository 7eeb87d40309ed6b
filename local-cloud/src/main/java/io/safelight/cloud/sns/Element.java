package io.safelight.cloud.sns;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.safelight.cloud.Xml;

/**
 * Writes the elements of SNS's answers.
 */
final class Element {

	private static final int PAGE = 100;

	private Element() {
	}

	static String text(String name, String text) {
		return "<" + name + ">" + Xml.escape(text) + "</" + name + ">";
	}

	static String map(String name, Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((entry) -> "<entry>" + text("key", entry.getKey()) + text("value", entry.getValue()) + "</entry>")
			.collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
	}

	/**
	 * One page of a list; its token is where the next one begins.
	 * @param name the element around the list
	 * @param all the whole list
	 * @param form may have the token of the page before
	 * @param member writes one element
	 * @param <T> what is listed
	 * @return the list and, if there is more, the token
	 */
	static <T> String page(String name, List<T> all, Form form, Function<T, String> member) {
		int start = Math.min(
				Integer.parseInt(form.optional("NextToken").filter((t) -> t.matches("\\d{1,9}")).orElse("0")),
				all.size());
		int end = Math.min(start + PAGE, all.size());
		String page = all.subList(start, end)
			.stream()
			.map((element) -> "<member>" + member.apply(element) + "</member>")
			.collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
		return (end < all.size()) ? page + text("NextToken", String.valueOf(end)) : page;
	}

}
