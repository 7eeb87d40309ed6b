package io.safelight.cloud.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.safelight.cloud.Call;
import io.safelight.cloud.Request;
import io.safelight.cloud.Response;
import io.safelight.cloud.Usage;

/**
 * The capacity units of a call. DynamoDB Local tells them when it is asked: a write unit
 * for each begun KiB of the item and of each index that changes, a read unit for each
 * begun 4 KiB, half of one where the read need not be consistent, and of transactions
 * twice that. A refused condition costs what the write would have cost, which nobody
 * tells: one unit for each write is counted, two in a transaction.
 */
final class Capacity {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ASKED = "ReturnConsumedCapacity";

	private static final String TOLD = "ConsumedCapacity";

	private static final String TRANSACTION = "TransactWriteItems";

	private static final Set<String> WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem",
			TRANSACTION);

	private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan");

	private static final Set<String> REFUSED_CONDITIONS = Set.of("ConditionalCheckFailedException",
			"TransactionCanceledException");

	private Capacity() {
	}

	/** The same request, which also wants to know what it costs. */
	static Request asked(Request request) {
		if (!WRITES.contains(request.operation()) && !READS.contains(request.operation())) {
			return request;
		}
		if (read(request.text()) instanceof ObjectNode body && !body.has(ASKED)) {
			body.put(ASKED, "TOTAL");
			return new Request(request.id(), request.method(), request.path(), request.query(), request.headers(),
					body.toString().getBytes(StandardCharsets.UTF_8), request.accessKeyId(), request.region());
		}
		return request;
	}

	static Call call(Request request, Response response) {
		String operation = request.operation();
		JsonNode asked = read(request.text());
		String table = asked.path("TableName").asString("");
		double units = WRITES.contains(operation) ? written(operation, asked, response)
				: READS.contains(operation) ? read(asked, response) : 0;
		if (units == 0) {
			return new Call(operation, table, Usage.none());
		}
		return new Call(operation, table,
				Usage.of(WRITES.contains(operation) ? "dynamodb.write" : "dynamodb.read", units)
					.plus(Usage.of("count.items", items(asked))));
	}

	/** How many items are written or asked for by their keys; a query counts as one. */
	private static int items(JsonNode asked) {
		int keys = asked.path("RequestItems")
			.values()
			.stream()
			.mapToInt((table) -> table.isArray() ? table.size() : table.path("Keys").size())
			.sum();
		return Math.max(1, keys + asked.path("TransactItems").size());
	}

	/** DynamoDB Local does not count what finds nothing, and AWS does. */
	private static double read(JsonNode asked, Response response) {
		if (response.status() >= 400) {
			return 0;
		}
		return Math.max(told(response), asked.path("ConsistentRead").asBoolean(false) ? 1 : 0.5);
	}

	private static double written(String operation, JsonNode asked, Response response) {
		if (response.status() < 400) {
			return Math.max(1, told(response));
		}
		String type = read(text(response)).path("__type").asString("");
		if (!REFUSED_CONDITIONS.contains(type.substring(type.indexOf('#') + 1))) {
			return 0;
		}
		return TRANSACTION.equals(operation) ? 2.0 * asked.path("TransactItems").size() : 1;
	}

	/** One table's, or that of several. */
	private static double told(Response response) {
		JsonNode told = read(text(response)).path(TOLD);
		if (told.isArray()) {
			return told.values().stream().mapToDouble(Capacity::units).sum();
		}
		return units(told);
	}

	private static double units(JsonNode told) {
		return told.path("CapacityUnits").asDouble(0);
	}

	private static String text(Response response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private static JsonNode read(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			return JsonNodeFactory.instance.missingNode();
		}
	}

}
