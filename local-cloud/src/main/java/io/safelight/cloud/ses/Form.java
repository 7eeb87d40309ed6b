package io.safelight.cloud.ses;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.safelight.cloud.AwsError;

/**
 * A form-encoded body.
 *
 * @param fields the fields by their names
 */
record Form(Map<String, String> fields) {

	static Form parse(String body) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String pair : body.split("&")) {
			int sign = pair.indexOf('=');
			if (sign > 0) {
				fields.put(decode(pair.substring(0, sign)), decode(pair.substring(sign + 1)));
			}
		}
		return new Form(fields);
	}

	Optional<String> text(String name) {
		return Optional.ofNullable(this.fields.get(name));
	}

	/**
	 * A list, which is written as {@code name.member.1}, {@code name.member.2} and so on.
	 */
	List<String> members(String name) {
		List<String> members = new ArrayList<>();
		for (int i = 1; this.fields.containsKey(name + ".member." + i); i++) {
			text(name + ".member." + i).ifPresent(members::add);
		}
		return List.copyOf(members);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new AwsError(400, "MalformedInput", "The body is not form-encoded.");
		}
	}

}
