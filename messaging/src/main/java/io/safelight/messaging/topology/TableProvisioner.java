package io.safelight.messaging.topology;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.safelight.messaging.store.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Creates tables with their indexes and their expiry, and adds indexes that a table of an
 * earlier version lacks.
 */
public final class TableProvisioner {

	/** How long somebody waits for an index: minutes, where a table is large. */
	private static final int LOOKS = 1800;

	private static final Duration LOOK = Duration.ofMillis(500);

	private final DynamoDbClient dynamoDb;

	public TableProvisioner(DynamoDbClient dynamoDb) {
		this.dynamoDb = dynamoDb;
	}

	void provision(Table table) {
		try {
			this.dynamoDb.createTable(request(table));
		}
		catch (ResourceInUseException ex) {
			// It is there, or another instance is creating it at this moment.
			await(table);
			table.indexes().forEach((index) -> addIfMissing(table, index));
		}
		await(table);
		if (table.expiry() != null) {
			expire(table.name(), table.expiry());
		}
	}

	private void await(Table table) {
		this.dynamoDb.waiter().waitUntilTableExists((request) -> request.tableName(table.name()));
	}

	private void addIfMissing(Table table, Table.Index index) {
		while (isMissing(table, index)) {
			add(table, index);
			awaitIndexes(table);
		}
	}

	/** DynamoDB adds one index at a time. */
	private void awaitIndexes(Table table) {
		Waiter.builder(DescribeTableResponse.class)
			.addAcceptor(WaiterAcceptor.successOnResponseAcceptor(TableProvisioner::isComplete))
			.addAcceptor(WaiterAcceptor.retryOnResponseAcceptor((response) -> true))
			.overrideConfiguration(
					(wait) -> wait.maxAttempts(LOOKS).backoffStrategyV2(BackoffStrategy.fixedDelay(LOOK)))
			.build()
			.run(() -> this.dynamoDb.describeTable((request) -> request.tableName(table.name())));
	}

	private static boolean isComplete(DescribeTableResponse response) {
		return response.table()
			.globalSecondaryIndexes()
			.stream()
			.allMatch((index) -> index.indexStatus() == IndexStatus.ACTIVE);
	}

	private boolean isMissing(Table table, Table.Index index) {
		return this.dynamoDb.describeTable((request) -> request.tableName(table.name()))
			.table()
			.globalSecondaryIndexes()
			.stream()
			.noneMatch((found) -> found.indexName().equals(index.name()));
	}

	/**
	 * A table of an earlier version gets what this version looks things up by. DynamoDB
	 * fills the index by itself, from the rows that have its attributes.
	 */
	private void add(Table table, Table.Index index) {
		try {
			CreateGlobalSecondaryIndexAction create = CreateGlobalSecondaryIndexAction.builder()
				.indexName(index.name())
				.keySchema(keys(index.partitionKey(), index.sortKey()))
				.projection((all) -> all.projectionType(ProjectionType.ALL))
				.build();
			this.dynamoDb.updateTable((request) -> request.tableName(table.name())
				.attributeDefinitions(attributes(Stream.of(index.partitionKey(), index.sortKey())))
				.globalSecondaryIndexUpdates(List.of(GlobalSecondaryIndexUpdate.builder().create(create).build())));
		}
		catch (ResourceInUseException | LimitExceededException ex) {
			// Another instance is adding one at this moment.
		}
	}

	/** Asking for an expiry that is already set is refused, and that is fine. */
	private void expire(String table, String attribute) {
		try {
			this.dynamoDb.updateTimeToLive((request) -> request.tableName(table)
				.timeToLiveSpecification((ttl) -> ttl.attributeName(attribute).enabled(true)));
		}
		catch (DynamoDbException ex) {
			if (!"ValidationException".equals(ex.awsErrorDetails().errorCode())) {
				throw ex;
			}
		}
	}

	private static CreateTableRequest request(Table table) {
		List<GlobalSecondaryIndex> indexes = table.indexes().stream().map(TableProvisioner::index).toList();
		CreateTableRequest.Builder request = CreateTableRequest.builder()
			.tableName(table.name())
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(keys(table.partitionKey(), table.sortKey()))
			.attributeDefinitions(attributes(table));
		return indexes.isEmpty() ? request.build() : request.globalSecondaryIndexes(indexes).build();
	}

	private static GlobalSecondaryIndex index(Table.Index index) {
		return GlobalSecondaryIndex.builder()
			.indexName(index.name())
			.keySchema(keys(index.partitionKey(), index.sortKey()))
			.projection(Projection.builder().projectionType(ProjectionType.ALL).build())
			.build();
	}

	private static List<KeySchemaElement> keys(String partitionKey, @Nullable String sortKey) {
		KeySchemaElement partition = KeySchemaElement.builder()
			.attributeName(partitionKey)
			.keyType(KeyType.HASH)
			.build();
		return (sortKey == null) ? List.of(partition)
				: List.of(partition, KeySchemaElement.builder().attributeName(sortKey).keyType(KeyType.RANGE).build());
	}

	private static List<AttributeDefinition> attributes(Table table) {
		Stream<@Nullable String> own = Stream.of(table.partitionKey(), table.sortKey());
		return attributes(Stream.concat(own,
				table.indexes().stream().flatMap((index) -> Stream.of(index.partitionKey(), index.sortKey()))));
	}

	private static List<AttributeDefinition> attributes(Stream<@Nullable String> names) {
		return names.filter(Objects::nonNull)
			.distinct()
			.map((name) -> AttributeDefinition.builder()
				.attributeName(name)
				.attributeType(ScalarAttributeType.S)
				.build())
			.toList();
	}

}
