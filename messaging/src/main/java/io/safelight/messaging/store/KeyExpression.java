package io.safelight.messaging.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A query's key condition in DynamoDB's words.
 */
record KeyExpression(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

	static KeyExpression of(Query query) {
		String partitionKey = (query.index() != null) ? query.index().partitionKey() : query.table().partitionKey();
		String sortKey = (query.index() != null) ? query.index().sortKey() : query.table().sortKey();
		Map<String, String> names = new HashMap<>(Map.of("#p", partitionKey));
		Map<String, AttributeValue> values = new HashMap<>(Map.of(":p", AttributeValue.fromS(query.partition())));
		String expression = "#p = :p";
		if (query.sortPrefix() != null) {
			expression += " AND begins_with(#s, :s)";
			values.put(":s", AttributeValue.fromS(query.sortPrefix()));
			names.put("#s", Objects.requireNonNull(sortKey, "a query by prefix needs a sort key"));
		}
		else if (query.sortFrom() != null || query.sortUpTo() != null) {
			expression += (query.sortFrom() != null) ? " AND #s >= :s" : " AND #s <= :s";
			values.put(":s", AttributeValue.fromS(Objects.requireNonNullElse(query.sortFrom(), query.sortUpTo())));
			names.put("#s", Objects.requireNonNull(sortKey, "a query by range needs a sort key"));
		}
		return new KeyExpression(expression, names, values);
	}

}
