package io.safelight.cloud.sns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides which messages a subscription gets: every key must match, a key by one of its
 * conditions. Immutable.
 */
final class FilterPolicy {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int MOST_KEYS = 5;

	private static final int MOST_COMBINATIONS = 150;

	// Objects in a list under $or that hold one of these are conditions of a key named
	// $or.
	private static final Set<String> OPERATORS = Set.of("exists", "numeric", "anything-but", "prefix", "suffix",
			"equals-ignore-case", "wildcard", "cidr");

	private final Rule rule;

	private FilterPolicy(Rule rule) {
		this.rule = rule;
	}

	/**
	 * Reads a policy.
	 * @param text the JSON of the policy
	 * @param nested whether keys may lie within keys: the scope is the body
	 * @return the policy
	 * @throws InvalidPolicyException when it is not valid or exceeds AWS's limits
	 */
	static FilterPolicy parse(String text, boolean nested) {
		JsonNode root = read(text);
		if (root == null || !root.isObject()) {
			throw new InvalidPolicyException("failed to parse JSON");
		}
		Size size = new Size();
		Rule rule = object(root, nested, size);
		size.check();
		return new FilterPolicy(rule);
	}

	/**
	 * Whether a message is let through.
	 * @param content an object of attributes, or the body
	 * @return true when all of the policy matches
	 */
	boolean matches(JsonNode content) {
		return this.rule.matches(content);
	}

	/**
	 * Whether a message is let through by its body.
	 * @param body the text of the body
	 * @return false when the body is not a JSON object
	 */
	boolean matchesBody(String body) {
		JsonNode content = read(body);
		return content != null && content.isObject() && matches(content);
	}

	private static @Nullable JsonNode read(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static Rule object(JsonNode object, boolean nested, Size size) {
		List<Rule> rules = new ArrayList<>();
		object.properties().forEach((key) -> rules.add(key(key.getKey(), key.getValue(), nested, size)));
		return (content) -> rules.stream().allMatch((rule) -> rule.matches(content));
	}

	private static Rule key(String name, JsonNode value, boolean nested, Size size) {
		if (value.isObject()) {
			if (!nested) {
				throw new InvalidPolicyException(
						"Filter policy scope MessageAttributes does not support nested filter " + "policy");
			}
			Rule inner = object(value, true, size);
			return (content) -> anyOf(content.path(name), inner);
		}
		if (!value.isArray() || value.isEmpty()) {
			throw new InvalidPolicyException("\"" + name + "\" must be an object or a non-empty array");
		}
		return isOr(name, value) ? or(value, nested, size) : leaf(name, value, size);
	}

	private static boolean isOr(String name, JsonNode value) {
		return "$or".equals(name) && value.size() > 1
				&& value.values()
					.stream()
					.allMatch((element) -> element.isObject() && !element.isEmpty()
							&& element.propertyNames().stream().noneMatch(OPERATORS::contains));
	}

	private static Rule or(JsonNode value, boolean nested, Size size) {
		List<Rule> rules = value.values().stream().map((element) -> object(element, nested, size)).toList();
		return (content) -> rules.stream().anyMatch((rule) -> rule.matches(content));
	}

	private static Rule leaf(String name, JsonNode value, Size size) {
		List<Condition> conditions = value.values().stream().map(Condition::parse).toList();
		size.add(conditions.size());
		return (content) -> values(content.get(name)).stream()
			.anyMatch((found) -> conditions.stream().anyMatch((condition) -> condition.test(found)));
	}

	private static boolean anyOf(JsonNode content, Rule rule) {
		if (content.isArray()) {
			return content.values().stream().anyMatch((element) -> anyOf(element, rule));
		}
		return rule.matches(content);
	}

	private static List<@Nullable JsonNode> values(@Nullable JsonNode found) {
		List<@Nullable JsonNode> values = new ArrayList<>();
		if (found != null && found.isArray()) {
			values.addAll(found.values());
		}
		if (found != null && found.isValueNode()) {
			values.add(found);
		}
		if (values.isEmpty()) {
			values.add(null);
		}
		return values;
	}

	@FunctionalInterface
	private interface Rule {

		boolean matches(JsonNode content);

	}

	private static final class Size {

		private int keys;

		private long combinations = 1;

		void add(int conditions) {
			this.keys++;
			this.combinations *= conditions;
		}

		void check() {
			if (this.keys > MOST_KEYS) {
				throw new InvalidPolicyException("Filter policy can not have more than 5 keys");
			}
			if (this.combinations > MOST_COMBINATIONS) {
				throw new InvalidPolicyException("Filter policy is too complex");
			}
		}

	}

}
