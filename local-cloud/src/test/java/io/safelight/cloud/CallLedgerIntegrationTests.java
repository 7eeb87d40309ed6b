package io.safelight.cloud;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * What calls cost, against examples worked out by hand from AWS's rules.
 */
class CallLedgerIntegrationTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String name = "c-" + UUID.randomUUID();

	@BeforeEach
	void begin() throws Exception {
		ledger("POST");
	}

	@AfterEach
	void end() throws Exception {
		ledger("DELETE");
	}

	/** 1.5 KB are two write units; in a transaction four. */
	@Test
	void countsWriteUnitsByTheKibibyte() throws Exception {
		DynamoDbClient dynamoDb = table();
		dynamoDb.putItem((request) -> request.tableName(this.name).item(item("one", 1500)));
		dynamoDb.transactWriteItems((request) -> request.transactItems(put("two", 1500), put("three", 10)));
		assertThat(usage("PutItem", this.name)).containsExactly(entry("dynamodb.write", 2.0));
		assertThat(usage("TransactWriteItems", "")).containsExactly(entry("dynamodb.write", 4.0 + 2.0));
		assertThat(line("TransactWriteItems", "").path("usage").path("count.items").asInt()).isEqualTo(2);
	}

	/** A row that is in a sparse index is written there too; one that is not is not. */
	@Test
	void countsTheWritesOfIndexes() throws Exception {
		DynamoDbClient dynamoDb = table();
		Map<String, AttributeValue> pending = new TreeMap<>(item("one", 10));
		pending.put("work", AttributeValue.fromS("PENDING"));
		dynamoDb.putItem((request) -> request.tableName(this.name).item(pending));
		assertThat(usage("PutItem", this.name)).containsExactly(entry("dynamodb.write", 2.0));
	}

	/** 4.5 KB are two read units, or one if the read need not be consistent. */
	@Test
	void countsReadUnitsByFourKibibytes() throws Exception {
		DynamoDbClient dynamoDb = table();
		dynamoDb.putItem((request) -> request.tableName(this.name).item(item("one", 4500)));
		dynamoDb.getItem((request) -> request.tableName(this.name).key(item("one")).consistentRead(true));
		assertThat(usage("GetItem", this.name)).containsExactly(entry("dynamodb.read", 2.0));
		dynamoDb.getItem((request) -> request.tableName(this.name).key(item("one")));
		assertThat(usage("GetItem", this.name)).containsExactly(entry("dynamodb.read", 3.0));
	}

	/** Looking for nothing costs half a unit. */
	@Test
	void countsAQueryThatFindsNothing() throws Exception {
		table().query((request) -> request.tableName(this.name)
			.indexName("work")
			.keyConditionExpression("#work = :pending")
			.expressionAttributeNames(Map.of("#work", "work"))
			.expressionAttributeValues(Map.of(":pending", AttributeValue.fromS("PENDING"))));
		assertThat(usage("Query", this.name)).containsExactly(entry("dynamodb.read", 0.5));
	}

	@Test
	void countsARefusedConditionAsAWrite() throws Exception {
		DynamoDbClient dynamoDb = table();
		assertThatExceptionOfType(ConditionalCheckFailedException.class)
			.isThrownBy(() -> dynamoDb.putItem((request) -> request.tableName(this.name)
				.item(item("one", 10))
				.conditionExpression("attribute_exists(id)")));
		assertThat(usage("PutItem", this.name)).containsExactly(entry("dynamodb.write", 1.0));
		assertThat(line("PutItem", this.name).path("failed").asInt()).isOne();
	}

	/** A batch of ten small ones is one request, 100 KB are two, nothing is one. */
	@Test
	void countsRequestsOfSqsByChunks() throws Exception {
		SqsClient sqs = CloudOfTests.sqs();
		String url = sqs.createQueue((request) -> request.queueName(this.name)).queueUrl();
		sqs.receiveMessage((request) -> request.queueUrl(url));
		assertThat(usage("ReceiveMessage", this.name)).containsExactly(entry("sqs.standard", 1.0));
		sqs.sendMessageBatch((request) -> request.queueUrl(url)
			.entries(IntStream.range(0, 10)
				.mapToObj((
						number) -> SendMessageBatchRequestEntry.builder().id("n" + number).messageBody("small").build())
				.toList()));
		sqs.sendMessage((request) -> request.queueUrl(url).messageBody("x".repeat(100_000)));
		assertThat(usage("SendMessageBatch", this.name)).containsExactly(entry("sqs.standard", 1.0));
		assertThat(usage("SendMessage", this.name)).containsExactly(entry("sqs.standard", 2.0));
	}

	@Test
	void countsQueuesInSequenceApart() throws Exception {
		SqsClient sqs = CloudOfTests.sqs();
		String url = sqs
			.createQueue((request) -> request.queueName(this.name + ".fifo")
				.attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
			.queueUrl();
		sqs.receiveMessage((request) -> request.queueUrl(url));
		assertThat(usage("ReceiveMessage", this.name + ".fifo")).containsExactly(entry("sqs.fifo", 1.0));
	}

	/** A batch of 2 times 40 KB is two requests, on a FIFO topic two messages. */
	@Test
	void countsPublishing() throws Exception {
		SnsClient sns = CloudOfTests.sns();
		String topic = sns.createTopic((request) -> request.name(this.name)).topicArn();
		String fifo = sns
			.createTopic((request) -> request.name(this.name + ".fifo").attributes(Map.of("FifoTopic", "true")))
			.topicArn();
		List<PublishBatchRequestEntry> entries = IntStream.range(0, 2)
			.mapToObj(
					(number) -> PublishBatchRequestEntry.builder().id("n" + number).message("x".repeat(40_000)).build())
			.toList();
		sns.publishBatch((request) -> request.topicArn(topic).publishBatchRequestEntries(entries));
		sns.publish((
				request) -> request.topicArn(fifo).message("ü").messageGroupId("group").messageDeduplicationId("once"));
		assertThat(usage("PublishBatch", this.name)).containsExactly(entry("sns.standard", 2.0));
		assertThat(line("PublishBatch", this.name).path("usage").path("count.messages").asInt()).isEqualTo(2);
		assertThat(usage("Publish", this.name + ".fifo")).containsOnly(entry("sns.fifo", 1.0),
				entry("sns.fifo.bytes", 2.0), entry("sns.fifo.delivery", 1.0), entry("sns.fifo.delivery.bytes", 2.0));
	}

	/** Copies into an archive are dearer, deletions are free. */
	@Test
	void countsObjectsByTheirStorageClass() throws Exception {
		S3Client s3 = CloudOfTests.s3();
		s3.createBucket((request) -> request.bucket(this.name));
		s3.putObject((request) -> request.bucket(this.name).key("a/b"), RequestBody.fromString("12345"));
		s3.getObjectAsBytes((request) -> request.bucket(this.name).key("a/b"));
		s3.copyObject((request) -> request.sourceBucket(this.name)
			.sourceKey("a/b")
			.destinationBucket(this.name)
			.destinationKey("archived")
			.storageClass(StorageClass.GLACIER));
		s3.putObject((request) -> request.bucket(this.name).key("seldom").storageClass(StorageClass.GLACIER_IR),
				RequestBody.fromString("123"));
		s3.deleteObject((request) -> request.bucket(this.name).key("a/b"));
		assertThat(usage("PutObject", this.name)).containsOnly(entry("s3.STANDARD.put", 1.0),
				entry("s3.GLACIER_IR.put", 1.0));
		assertThat(usage("GetObject", this.name)).containsExactly(entry("s3.STANDARD.get", 1.0));
		assertThat(line("GetObject", this.name).path("bytesOut").asInt()).isEqualTo(5);
		assertThat(usage("CopyObject", this.name)).containsExactly(entry("s3.GLACIER.put", 1.0));
		assertThat(usage("DeleteObject", this.name)).isEmpty();
		s3.getObjectAsBytes((request) -> request.bucket(this.name).key("seldom"));
		assertThat(usage("GetObject", this.name)).contains(entry("s3.GLACIER_IR.get", 1.0),
				entry("s3.GLACIER_IR.read.bytes", 3.0));
	}

	@Test
	void countsNothingBeforeItIsAsked() throws Exception {
		ledger("DELETE");
		CloudOfTests.sqs().createQueue((request) -> request.queueName(this.name));
		JsonNode ledger = ledger("GET");
		assertThat(ledger.path("counting").asBoolean()).isFalse();
		assertThat(ledger.path("calls")).isEmpty();
	}

	private DynamoDbClient table() {
		DynamoDbClient dynamoDb = CloudOfTests.dynamoDb();
		dynamoDb.createTable((request) -> request.tableName(this.name)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(key("id"))
			.attributeDefinitions(attribute("id"), attribute("work"))
			.globalSecondaryIndexes(GlobalSecondaryIndex.builder()
				.indexName("work")
				.keySchema(key("work"))
				.projection((projection) -> projection.projectionType(ProjectionType.ALL))
				.build()));
		return dynamoDb;
	}

	private static KeySchemaElement key(String attribute) {
		return KeySchemaElement.builder().attributeName(attribute).keyType(KeyType.HASH).build();
	}

	private static AttributeDefinition attribute(String name) {
		return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
	}

	private TransactWriteItem put(String id, int bytes) {
		return TransactWriteItem.builder().put((put) -> put.tableName(this.name).item(item(id, bytes))).build();
	}

	private static Map<String, AttributeValue> item(String id) {
		return Map.of("id", AttributeValue.fromS(id));
	}

	private static Map<String, AttributeValue> item(String id, int bytes) {
		return Map.of("id", AttributeValue.fromS(id), "text", AttributeValue.fromS("x".repeat(bytes)));
	}

	private Map<String, Double> usage(String operation, String resource) throws Exception {
		Map<String, Double> usage = new TreeMap<>();
		line(operation, resource).path("usage")
			.properties()
			.forEach((unit) -> usage.put(unit.getKey(), unit.getValue().asDouble()));
		usage.keySet().removeIf((unit) -> unit.startsWith("count."));
		return usage;
	}

	private static JsonNode line(String operation, String resource) throws Exception {
		return ledger("GET").path("calls")
			.values()
			.stream()
			.filter((line) -> line.path("operation").asString().equals(operation)
					&& line.path("resource").asString().equals(resource))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode ledger(String method) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(CloudOfTests.endpoint() + "/_safelight/calls"))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build();
		return JsonMapper.shared().readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

}
