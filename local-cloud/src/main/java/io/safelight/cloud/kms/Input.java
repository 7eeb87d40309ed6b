package io.safelight.cloud.kms;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of a request, read with AWS's complaints about what is missing or wrong.
 *
 * @param region where the request was sent
 * @param json the body, an object
 */
record Input(String region, JsonNode json) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static Input parse(String region, String body) {
		try {
			JsonNode json = MAPPER.readTree(body.isBlank() ? "{}" : body);
			if (json.isObject()) {
				return new Input(region, json);
			}
		}
		catch (JacksonException ex) {
			// Answered below like every other body that is no object.
		}
		throw KmsErrors.refusal("SerializationException", "The body is not a JSON object.");
	}

	Optional<String> text(String name) {
		return present(name).map((node) -> {
			if (!node.isString()) {
				throw serialization(name, "a string");
			}
			return node.stringValue();
		});
	}

	String required(String name) {
		return text(name).orElseThrow(() -> missing(name));
	}

	String matching(String name, int maximum, Pattern pattern) {
		String value = required(name);
		if (value.isEmpty() || value.length() > maximum) {
			throw KmsErrors.constraint(lower(name), "must have length between 1 and " + maximum);
		}
		if (!pattern.matcher(value).matches()) {
			throw KmsErrors.constraint(lower(name), "must satisfy regular expression pattern: " + pattern);
		}
		return value;
	}

	boolean flag(String name) {
		return present(name).map((node) -> {
			if (!node.isBoolean()) {
				throw serialization(name, "a boolean");
			}
			return node.booleanValue();
		}).orElse(false);
	}

	OptionalInt number(String name, int minimum, int maximum) {
		Optional<JsonNode> node = present(name);
		if (node.isEmpty()) {
			return OptionalInt.empty();
		}
		if (!node.get().isIntegralNumber()) {
			throw serialization(name, "an integer");
		}
		if (!node.get().canConvertToInt() || node.get().intValue() < minimum || node.get().intValue() > maximum) {
			throw KmsErrors.constraint(lower(name), "must have value between " + minimum + " and " + maximum);
		}
		return OptionalInt.of(node.get().intValue());
	}

	byte[] bytes(String name, int minimum, int maximum) {
		byte[] bytes = decode(name, required(name));
		if (bytes.length < minimum || bytes.length > maximum) {
			throw KmsErrors.constraint(lower(name), "must have length between " + minimum + " and " + maximum);
		}
		return bytes;
	}

	Map<String, String> map(String name) {
		Map<String, String> map = new LinkedHashMap<>();
		present(name).ifPresent((node) -> {
			for (Map.Entry<String, JsonNode> entry : node.properties()) {
				if (!entry.getValue().isString()) {
					throw serialization(name, "a map of strings");
				}
				map.put(entry.getKey(), entry.getValue().stringValue());
			}
		});
		return map;
	}

	/**
	 * The tags of a request by their keys.
	 */
	Map<String, String> tags() {
		Map<String, String> tags = new LinkedHashMap<>();
		for (JsonNode tag : this.json.path("Tags").values()) {
			Input pair = new Input(this.region, tag);
			tags.put(pair.required("TagKey"), pair.required("TagValue"));
		}
		return tags;
	}

	private Optional<JsonNode> present(String name) {
		JsonNode node = this.json.path(name);
		return (node.isMissingNode() || node.isNull()) ? Optional.empty() : Optional.of(node);
	}

	private static byte[] decode(String name, String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			throw serialization(name, "base64");
		}
	}

	private static RuntimeException missing(String name) {
		return KmsErrors.validation("1 validation error detected: Value null at '" + lower(name)
				+ "' failed to satisfy constraint: Member must not be null");
	}

	private static RuntimeException serialization(String name, String expected) {
		return KmsErrors.refusal("SerializationException", name + " must be " + expected + ".");
	}

	private static String lower(String name) {
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

}
