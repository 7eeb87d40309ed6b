package io.safelight.messaging.store;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A {@link Condition} in DynamoDB's words. Without a condition all parts are null, as the
 * SDK wants it.
 */
record ConditionExpression(@Nullable String expression, @Nullable Map<String, String> names,
		@Nullable Map<String, AttributeValue> values) {

	static ConditionExpression of(Table table, Condition condition) {
		Map<String, String> names = new HashMap<>();
		Map<String, AttributeValue> values = new HashMap<>();
		String expression = render(table, condition, names, values);
		return new ConditionExpression(expression.isEmpty() ? null : expression, names.isEmpty() ? null : names,
				values.isEmpty() ? null : values);
	}

	private static String render(Table table, Condition condition, Map<String, String> names,
			Map<String, AttributeValue> values) {
		return switch (condition) {
			case Condition.None none -> "";
			case Condition.Absent absent -> "attribute_not_exists(" + name(table.partitionKey(), names) + ")";
			case Condition.Present present -> "attribute_exists(" + name(table.partitionKey(), names) + ")";
			case Condition.Equal equal ->
				name(equal.attribute(), names) + " = " + value(attributeValue(equal.value()), values);
			case Condition.All all -> all.conditions()
				.stream()
				.map((part) -> render(table, part, names, values))
				.filter((part) -> !part.isEmpty())
				.collect(Collectors.joining(" AND "));
		};
	}

	private static String name(String attribute, Map<String, String> names) {
		String placeholder = "#n" + names.size();
		names.put(placeholder, attribute);
		return placeholder;
	}

	private static String value(AttributeValue attributeValue, Map<String, AttributeValue> values) {
		String placeholder = ":v" + values.size();
		values.put(placeholder, attributeValue);
		return placeholder;
	}

	private static AttributeValue attributeValue(Object value) {
		return switch (value) {
			case Boolean bool -> AttributeValue.fromBool(bool);
			case Number number -> AttributeValue.fromN(number.toString());
			default -> AttributeValue.fromS(value.toString());
		};
	}

}
