package io.safelight.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.test.GoldenSamples;
import io.safelight.messaging.test.LocalCloud;
import io.safelight.messaging.test.LocalCloudExtension;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.context.TestComponent;

/**
 * The world around the service: other services that say something, and the mails that
 * arrive.
 */
@TestComponent
class Cloud {

	private final LocalCloud cloud = LocalCloudExtension.running();

	private final Neighbours neighbours;

	private final SqsAsyncClient sqs;

	private final DynamoDbClient dynamoDb;

	Cloud(SnsClient sns, SqsAsyncClient sqs, DynamoDbClient dynamoDb) {
		this.neighbours = Neighbours.hearing(sns, sqs);
		this.sqs = sqs;
		this.dynamoDb = dynamoDb;
	}

	/**
	 * A golden sample with an id of its own, said now.
	 * @param type which
	 * @param edit what is to be different in its data
	 */
	static Envelope sample(String type, Consumer<ObjectNode> edit) {
		return sample(type, Instant.now(), edit);
	}

	/** The same, said at another time. */
	static Envelope sample(String type, Instant time, Consumer<ObjectNode> edit) {
		Envelope golden = GoldenSamples.envelope(type);
		ObjectNode data = GoldenSamples.data(type);
		edit.accept(data);
		return new Envelope(UUID.randomUUID().toString(), golden.type(), golden.source(), time, golden.resources(),
				golden.metadata(), data);
	}

	/** Somebody's upload, from which their address is learnt. */
	void learnAddress(String userId, String address) {
		say("safelight-upload-events",
				sample("photo-uploaded.v1", (data) -> data.put("contributorId", userId).put("email", address)));
	}

	void publishPhoto(String userId, String title) {
		say("safelight-publication-events",
				sample("photo-published.v1", (data) -> data.put("contributorId", userId).put("title", title)));
	}

	void say(String topic, Envelope message) {
		this.neighbours.say(topic, message);
	}

	void putIntoTheQueue(String body) {
		String url = this.sqs.getQueueUrl((request) -> request.queueName("safelight-notification")).join().queueUrl();
		this.sqs.sendMessage((request) -> request.queueUrl(url).messageBody(body)).join();
	}

	/** The mails that reached an address, newest first. */
	List<JsonNode> mails(String address) {
		return Visitor.anonymous(this.cloud.endpoint().getPort())
			.get("/_safelight/mails?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
			.json()
			.valueStream()
			.toList();
	}

	/** Rows of a table of the service that contain a text in an attribute. */
	List<Map<String, AttributeValue>> rows(String table, String attribute, String text) {
		return this.dynamoDb
			.scanPaginator((request) -> request.tableName(table)
				.consistentRead(true)
				.filterExpression("contains(#a, :t)")
				.expressionAttributeNames(Map.of("#a", attribute))
				.expressionAttributeValues(Map.of(":t", AttributeValue.fromS(text))))
			.items()
			.stream()
			.toList();
	}

}
