package io.safelight.cloud;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * DynamoDB through the SDK.
 */
class DynamoDbIntegrationTests {

	private final DynamoDbClient dynamoDb = CloudOfTests.dynamoDb();

	private final String table = "t-" + UUID.randomUUID();

	@BeforeEach
	void createTable() {
		createTable(this.dynamoDb, this.table);
	}

	@Test
	void keepsItems() {
		put("a");
		assertThat(
				this.dynamoDb.getItem((request) -> request.tableName(this.table).key(Map.of("id", text("a")))).item())
			.containsEntry("id", text("a"));
	}

	@Test
	void saysWhyATransactionWasCancelled() {
		put("taken");
		assertThatExceptionOfType(TransactionCanceledException.class)
			.isThrownBy(() -> this.dynamoDb
				.transactWriteItems((request) -> request.transactItems(putIfAbsent("new"), putIfAbsent("taken"))))
			.satisfies((ex) -> assertThat(ex.cancellationReasons()).extracting(CancellationReason::code)
				.containsExactly("None", "ConditionalCheckFailed"));
		assertThat(
				this.dynamoDb.getItem((request) -> request.tableName(this.table).key(Map.of("id", text("new")))).item())
			.isEmpty();
	}

	/** DynamoDB Local by itself is too busy for that with seven of them. */
	@Test
	void buildsAnIndexBesideManyTablesWhoseRowsExpire() {
		for (int i = 0; i < 12; i++) {
			String forgetful = this.table + "-" + i;
			createTable(this.dynamoDb, forgetful);
			this.dynamoDb.updateTimeToLive((request) -> request.tableName(forgetful)
				.timeToLiveSpecification((ttl) -> ttl.attributeName("expires").enabled(true)));
		}
		put("a");
		CreateGlobalSecondaryIndexAction index = CreateGlobalSecondaryIndexAction.builder()
			.indexName("due")
			.keySchema(KeySchemaElement.builder().attributeName("due").keyType(KeyType.HASH).build())
			.projection((all) -> all.projectionType(ProjectionType.ALL))
			.build();
		this.dynamoDb.updateTable((request) -> request.tableName(this.table)
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("due").attributeType(ScalarAttributeType.S).build())
			.globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder().create(index).build()));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.dynamoDb.describeTable((request) -> request.tableName(this.table))
				.table()
				.globalSecondaryIndexes()
				.getFirst()
				.indexStatus() == IndexStatus.ACTIVE);
	}

	@Test
	void refusesAWrongSecret() {
		try (DynamoDbClient stranger = CloudOfTests.client(DynamoDbClient.builder(), CloudOfTests.endpoint(), "test",
				"wrong")) {
			assertThatExceptionOfType(DynamoDbException.class).isThrownBy(stranger::listTables)
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException"));
		}
	}

	@Test
	void refusesAnUnknownKey() {
		try (DynamoDbClient stranger = CloudOfTests.client(DynamoDbClient.builder(), CloudOfTests.endpoint(), "nobody",
				"test")) {
			assertThatExceptionOfType(DynamoDbException.class).isThrownBy(stranger::listTables)
				.satisfies(
						(ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException"));
		}
	}

	static void createTable(DynamoDbClient client, String table) {
		client.createTable((request) -> request.tableName(table)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S).build()));
	}

	static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	private void put(String id) {
		this.dynamoDb.putItem((request) -> request.tableName(this.table).item(Map.of("id", text(id))));
	}

	private TransactWriteItem putIfAbsent(String id) {
		return TransactWriteItem.builder()
			.put((put) -> put.tableName(this.table)
				.item(Map.of("id", text(id)))
				.conditionExpression("attribute_not_exists(id)"))
			.build();
	}

}
