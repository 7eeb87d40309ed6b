package io.safelight.cloud.sns;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.Request;

/**
 * The parameters of a request of the Query protocol.
 *
 * @param values the values by their full names
 */
record Form(Map<String, String> values) {

	static Form of(Request request) {
		Map<String, String> values = new LinkedHashMap<>();
		request.query().forEach((name, all) -> values.put(name, all.getFirst()));
		for (String pair : request.text().split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
		}
		return new Form(values);
	}

	Optional<String> optional(String name) {
		return Optional.ofNullable(this.values.get(name)).filter((value) -> !value.isEmpty());
	}

	String text(String name) {
		return this.values.getOrDefault(name, "");
	}

	String required(String name) {
		return optional(name).orElseThrow(() -> new AwsError(400, "InvalidParameter",
				"Invalid parameter: " + name + " Reason: no value for required parameter"));
	}

	/**
	 * The elements of a list such as {@code Tags.member.1.Key}.
	 * @param prefix what stands before the number, with its dot
	 * @return the parameters of each element, the prefix taken off, in order
	 */
	List<Form> elements(String prefix) {
		List<Form> elements = new ArrayList<>();
		Form element = under(prefix + "1.");
		while (!element.values().isEmpty()) {
			elements.add(element);
			element = under(prefix + (elements.size() + 1) + ".");
		}
		return elements;
	}

	/**
	 * The scalar elements of a list such as {@code TagKeys.member.1}.
	 * @param prefix what stands before the number, with its dot
	 * @return the values in order
	 */
	List<String> list(String prefix) {
		List<String> list = new ArrayList<>();
		String value = this.values.get(prefix + "1");
		while (value != null) {
			list.add(value);
			value = this.values.get(prefix + (list.size() + 1));
		}
		return list;
	}

	/**
	 * A map such as {@code Attributes.entry.1.key}.
	 * @param prefix what stands before the number, with its dot
	 * @return the entries
	 */
	Map<String, String> map(String prefix) {
		Map<String, String> map = new LinkedHashMap<>();
		elements(prefix).forEach((entry) -> map.put(entry.required("key"), entry.text("value")));
		return map;
	}

	private Form under(String prefix) {
		Map<String, String> below = new LinkedHashMap<>();
		this.values.forEach((name, value) -> {
			if (name.startsWith(prefix)) {
				below.put(name.substring(prefix.length()), value);
			}
		});
		return new Form(below);
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
