package io.safelight.cloud.sns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One element of the list under a key of a filter policy. After AWS's "Subscription
 * filter policies in Amazon SNS".
 */
@FunctionalInterface
interface Condition {

	/**
	 * Whether a value fulfils the condition.
	 * @param value one value of the key; null when the message has none
	 * @return true when it does
	 */
	boolean test(@Nullable JsonNode value);

	/**
	 * Reads a condition.
	 * @param node a literal or an object with one operator
	 * @return the condition
	 * @throws InvalidPolicyException when there is no such condition
	 */
	static Condition parse(JsonNode node) {
		if (!node.isObject()) {
			if (node.isArray()) {
				throw new InvalidPolicyException("A value of the list must be a literal or an operator");
			}
			return (value) -> value != null && same(node, value);
		}
		if (node.size() != 1) {
			throw new InvalidPolicyException("An operator must be the only key of its object");
		}
		String operator = node.propertyNames().iterator().next();
		return operator(operator, node.path(operator));
	}

	private static Condition operator(String operator, JsonNode operand) {
		if ("exists".equals(operator)) {
			if (!operand.isBoolean()) {
				throw new InvalidPolicyException("exists must be true or false");
			}
			return (value) -> (value != null) == operand.booleanValue();
		}
		if ("numeric".equals(operator)) {
			return numeric(operand);
		}
		if ("anything-but".equals(operator)) {
			return anythingBut(operand);
		}
		Predicate<String> text = textOperator(operator, operand);
		return (value) -> value != null && value.isString() && text.test(value.stringValue());
	}

	private static Predicate<String> textOperator(String operator, JsonNode operand) {
		if (operand.isObject() && operand.path("equals-ignore-case").isString()) {
			return ignoringCase(operator, operand.path("equals-ignore-case").stringValue());
		}
		if (!operand.isString()) {
			throw new InvalidPolicyException(operator + " must be a string");
		}
		String text = operand.stringValue();
		return switch (operator) {
			case "prefix" -> (value) -> value.startsWith(text);
			case "suffix" -> (value) -> value.endsWith(text);
			case "equals-ignore-case" -> (value) -> value.equalsIgnoreCase(text);
			case "wildcard" -> wildcard(text).asMatchPredicate();
			default -> throw new InvalidPolicyException("Unrecognized match type " + operator);
		};
	}

	private static Predicate<String> ignoringCase(String operator, String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return switch (operator) {
			case "prefix" -> (value) -> value.toLowerCase(Locale.ROOT).startsWith(lower);
			case "suffix" -> (value) -> value.toLowerCase(Locale.ROOT).endsWith(lower);
			default -> throw new InvalidPolicyException(operator + " must be a string");
		};
	}

	private static Pattern wildcard(String text) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\' && i + 1 < text.length()) {
				i++;
				regex.append(Pattern.quote(text.substring(i, i + 1)));
			}
			else {
				regex.append((c == '*') ? ".*" : Pattern.quote(String.valueOf(c)));
			}
		}
		return Pattern.compile(regex.toString(), Pattern.DOTALL);
	}

	private static Condition anythingBut(JsonNode operand) {
		if (operand.isObject()) {
			if (operand.size() != 1) {
				throw new InvalidPolicyException("An operator must be the only key of its object");
			}
			String operator = operand.propertyNames().iterator().next();
			List<Predicate<String>> texts = list(operand.path(operator)).stream()
				.map((node) -> textOperator(operator, node))
				.toList();
			return (value) -> value != null
					&& !(value.isString() && texts.stream().anyMatch((text) -> text.test(value.stringValue())));
		}
		List<JsonNode> excluded = list(operand);
		if (excluded.isEmpty() || excluded.stream().anyMatch(JsonNode::isContainer)) {
			throw new InvalidPolicyException("anything-but must be a value or a list of values");
		}
		return (value) -> value != null && excluded.stream().noneMatch((node) -> same(node, value));
	}

	private static Condition numeric(JsonNode operand) {
		List<Predicate<BigDecimal>> bounds = new ArrayList<>();
		if (!operand.isArray() || operand.isEmpty() || operand.size() % 2 != 0 || operand.size() > 4) {
			throw new InvalidPolicyException("numeric must be a list of one or two comparisons");
		}
		for (int i = 0; i < operand.size(); i += 2) {
			bounds.add(comparison(operand.path(i).asString(""), operand.path(i + 1)));
		}
		return (value) -> value != null && value.isNumber()
				&& bounds.stream().allMatch((bound) -> bound.test(value.decimalValue()));
	}

	private static Predicate<BigDecimal> comparison(String operator, JsonNode bound) {
		if (!bound.isNumber()) {
			throw new InvalidPolicyException("Value of " + operator + " must be numeric");
		}
		BigDecimal number = bound.decimalValue();
		return switch (operator) {
			case "=" -> (value) -> value.compareTo(number) == 0;
			case "<" -> (value) -> value.compareTo(number) < 0;
			case "<=" -> (value) -> value.compareTo(number) <= 0;
			case ">" -> (value) -> value.compareTo(number) > 0;
			case ">=" -> (value) -> value.compareTo(number) >= 0;
			default -> throw new InvalidPolicyException("Unrecognized numeric range operator: " + operator);
		};
	}

	private static List<JsonNode> list(JsonNode node) {
		return node.isArray() ? List.copyOf(node.values()) : List.of(node);
	}

	private static boolean same(JsonNode literal, JsonNode value) {
		if (literal.isNumber() && value.isNumber()) {
			return literal.decimalValue().compareTo(value.decimalValue()) == 0;
		}
		return literal.equals(value);
	}

}
