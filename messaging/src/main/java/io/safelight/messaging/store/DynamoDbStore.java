package io.safelight.messaging.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * {@link Store} in DynamoDB. Thread-safe.
 */
public final class DynamoDbStore implements Store {

	/** DynamoDB's limit for one BatchWriteItem. */
	private static final int BATCH = 25;

	/** DynamoDB's limit for one BatchGetItem. */
	private static final int READ_BATCH = 100;

	private static final String CONDITION_FAILED = "ConditionalCheckFailed";

	private final DynamoDbClient dynamoDb;

	public DynamoDbStore(DynamoDbClient dynamoDb) {
		this.dynamoDb = dynamoDb;
	}

	@Override
	public <T> Optional<T> find(Table table, Key key, Class<T> type) {
		Map<String, AttributeValue> row = this.dynamoDb
			.getItem((request) -> request.tableName(table.name()).key(attributes(table, key)).consistentRead(true))
			.item();
		return row.isEmpty() ? Optional.empty() : Optional.of(Rows.fromRow(row, type));
	}

	@Override
	public <T> List<T> findAll(Table table, List<Key> keys, Class<T> type) {
		List<T> found = new ArrayList<>();
		for (int from = 0; from < keys.size(); from += READ_BATCH) {
			List<Key> batch = keys.subList(from, Math.min(from + READ_BATCH, keys.size()));
			KeysAndAttributes wanted = KeysAndAttributes.builder()
				.keys(batch.stream().map((key) -> attributes(table, key)).toList())
				.consistentRead(true)
				.build();
			readBatch(Map.of(table.name(), wanted), (row) -> found.add(Rows.fromRow(row, type)));
		}
		return found;
	}

	private void readBatch(Map<String, KeysAndAttributes> batch, Consumer<Map<String, AttributeValue>> each) {
		Map<String, KeysAndAttributes> left = batch;
		for (int attempt = 0; !left.isEmpty(); attempt++) {
			if (attempt > 0) {
				Backoff.pauseAfter(attempt);
			}
			BatchGetItemResponse response = this.dynamoDb
				.batchGetItem(BatchGetItemRequest.builder().requestItems(left).build());
			response.responses().values().forEach((rows) -> rows.forEach(each));
			left = response.unprocessedKeys();
		}
	}

	@Override
	public <T> Page<T> query(Query query, Class<T> type) {
		KeyExpression keys = KeyExpression.of(query);
		QueryResponse response = this.dynamoDb.query(QueryRequest.builder()
			.tableName(query.table().name())
			.indexName((query.index() != null) ? query.index().name() : null)
			.consistentRead(query.index() == null)
			.keyConditionExpression(keys.expression())
			.expressionAttributeNames(keys.names())
			.expressionAttributeValues(keys.values())
			.scanIndexForward(!query.descending())
			.limit(query.limit())
			.exclusiveStartKey(Cursor.read(query.cursor()))
			.build());
		return page(response.items(), response.lastEvaluatedKey(), type);
	}

	@Override
	public <T> Page<T> scan(Query query, Class<T> type) {
		ScanResponse response = this.dynamoDb.scan(ScanRequest.builder()
			.tableName(query.table().name())
			.limit(query.limit())
			.consistentRead(true)
			.exclusiveStartKey(Cursor.read(query.cursor()))
			.build());
		return page(response.items(), response.lastEvaluatedKey(), type);
	}

	private static <T> Page<T> page(List<Map<String, AttributeValue>> rows, Map<String, AttributeValue> last,
			Class<T> type) {
		List<T> items = rows.stream().map((row) -> Rows.fromRow(row, type)).toList();
		return new Page<>(items, last.isEmpty() ? null : Cursor.write(last));
	}

	@Override
	public void commit(List<Write> writes, String token) {
		if (writes.isEmpty()) {
			return;
		}
		try {
			this.dynamoDb.transactWriteItems((request) -> request.clientRequestToken(token)
				.transactItems(writes.stream().map(DynamoDbStore::transactItem).toList()));
		}
		catch (TransactionCanceledException ex) {
			throw translate(ex, writes);
		}
		catch (IdempotentParameterMismatchException ex) {
			throw new IllegalStateException("The token " + token + " was already used for another commit", ex);
		}
		catch (TransactionConflictException | TransactionInProgressException | ProvisionedThroughputExceededException
				| RequestLimitExceededException ex) {
			throw new StoreBusyException("The store is busy", ex);
		}
	}

	/**
	 * A condition that does not hold counts more than a conflict: the first will be
	 * refused again, the second need not be.
	 */
	private static RuntimeException translate(TransactionCanceledException ex, List<Write> writes) {
		List<CancellationReason> reasons = ex.cancellationReasons();
		List<Write> refused = because(reasons, CONDITION_FAILED::equals, writes);
		if (!refused.isEmpty()) {
			return new ConditionFailedException(refused);
		}
		List<Write> busy = because(reasons, DynamoDbStore::isPassing, writes);
		return busy.isEmpty() ? ex
				: new StoreBusyException("Other commits change the same rows: " + codes(reasons), ex, busy);
	}

	/** The writes that were refused with such a code. */
	private static List<Write> because(List<CancellationReason> reasons, Predicate<@Nullable String> code,
			List<Write> writes) {
		return IntStream.range(0, Math.min(reasons.size(), writes.size()))
			.filter((i) -> code.test(reasons.get(i).code()))
			.mapToObj(writes::get)
			.toList();
	}

	private static boolean isPassing(@Nullable String code) {
		return "TransactionConflict".equals(code) || "ThrottlingError".equals(code)
				|| "ProvisionedThroughputExceeded".equals(code);
	}

	private static List<String> codes(List<CancellationReason> reasons) {
		return reasons.stream().map(CancellationReason::code).toList();
	}

	private static TransactWriteItem transactItem(Write write) {
		ConditionExpression condition = ConditionExpression.of(write.table(), write.condition());
		TransactWriteItem.Builder item = TransactWriteItem.builder();
		return switch (write) {
			case Write.Put put -> item.put(Put.builder()
				.tableName(put.table().name())
				.item(Rows.toRow(put.item()))
				.conditionExpression(condition.expression())
				.expressionAttributeNames(condition.names())
				.expressionAttributeValues(condition.values())
				.build()).build();
			case Write.Delete delete -> item.delete(Delete.builder()
				.tableName(delete.table().name())
				.key(attributes(delete.table(), delete.key()))
				.conditionExpression(condition.expression())
				.expressionAttributeNames(condition.names())
				.expressionAttributeValues(condition.values())
				.build()).build();
			case Write.Check check -> item.conditionCheck(ConditionCheck.builder()
				.tableName(check.table().name())
				.key(attributes(check.table(), check.key()))
				.conditionExpression(condition.expression())
				.expressionAttributeNames(condition.names())
				.expressionAttributeValues(condition.values())
				.build()).build();
		};
	}

	@Override
	public void putAll(Table table, List<?> items) {
		for (int from = 0; from < items.size(); from += BATCH) {
			Collection<WriteRequest> batch = items.subList(from, Math.min(from + BATCH, items.size()))
				.stream()
				.map((item) -> WriteRequest.builder()
					.putRequest(PutRequest.builder().item(Rows.toRow(item)).build())
					.build())
				.toList();
			putBatch(Map.of(table.name(), batch));
		}
	}

	private void putBatch(Map<String, ? extends Collection<WriteRequest>> batch) {
		Map<String, ? extends Collection<WriteRequest>> left = batch;
		for (int attempt = 0; !left.isEmpty(); attempt++) {
			if (attempt > 0) {
				// DynamoDB took a part only because it has enough to do: asking at once
				// makes it worse.
				Backoff.pauseAfter(attempt);
			}
			left = this.dynamoDb.batchWriteItem(BatchWriteItemRequest.builder().requestItems(left).build())
				.unprocessedItems();
		}
	}

	private static Map<String, AttributeValue> attributes(Table table, Key key) {
		Map<String, AttributeValue> attributes = new HashMap<>();
		attributes.put(table.partitionKey(), AttributeValue.fromS(key.partition()));
		if (table.sortKey() != null && key.sort() != null) {
			attributes.put(table.sortKey(), AttributeValue.fromS(key.sort()));
		}
		return attributes;
	}

}
