package io.safelight.cli.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How long messages took from their commit until their topic had them, as their outboxes
 * say. A clock that was changed in between makes one of them wrong.
 *
 * @param messages how many
 * @param halfMillis half of them took no longer
 * @param ninetyNineMillis 99 of 100 took no longer
 * @param mostMillis the longest
 */
public record Lags(int messages, long halfMillis, long ninetyNineMillis, long mostMillis) {

	static Lags in(DynamoDbClient dynamoDb, List<String> senders) {
		List<Long> millis = new ArrayList<>();
		for (String sender : senders) {
			dynamoDb
				.scanPaginator((request) -> request.tableName("safelight-" + sender + "-messages")
					.filterExpression("begins_with(pk, :said) AND attribute_exists(sentAt)")
					.expressionAttributeValues(Map.of(":said", AttributeValue.fromS("OUT#")))
					.projectionExpression("since, sentAt"))
				.items()
				.forEach((row) -> millis.add(lag(row)));
		}
		return of(millis);
	}

	private static long lag(Map<String, AttributeValue> row) {
		return Duration.between(time(row, "since"), time(row, "sentAt")).toMillis();
	}

	private static Instant time(Map<String, AttributeValue> row, String name) {
		AttributeValue value = row.get(name);
		return Instant.parse((value != null) ? value.s() : "");
	}

	static Lags of(List<Long> millis) {
		List<Long> sorted = millis.stream().sorted().toList();
		return sorted.isEmpty() ? new Lags(0, 0, 0, 0)
				: new Lags(sorted.size(), at(sorted, 50), at(sorted, 99), sorted.getLast());
	}

	/** The nearest rank. */
	private static long at(List<Long> sorted, int percent) {
		return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
	}

}
