package io.safelight.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.safelight.messaging.test.LocalCloud;
import io.safelight.messaging.test.LocalCloudExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.context.TestComponent;

/**
 * The world around the service: other services that say something, the mails that arrive,
 * the people who sign in.
 */
@TestComponent
class Cloud {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final LocalCloud cloud = LocalCloudExtension.running();

	private final SnsClient sns;

	private final SqsAsyncClient sqs;

	private final DynamoDbClient dynamoDb;

	Cloud(SnsClient sns, SqsAsyncClient sqs, DynamoDbClient dynamoDb) {
		this.sns = sns;
		this.sqs = sqs;
		this.dynamoDb = dynamoDb;
	}

	/**
	 * A golden sample with an id of its own, said now.
	 * @param type which
	 * @param edit what is to be different in its data
	 */
	static String sample(String type, Consumer<ObjectNode> edit) {
		try {
			ObjectNode envelope = JSON
				.readValue(Files.readString(Path.of("..", "contracts", "samples", type + ".json")), ObjectNode.class);
			envelope.put("id", UUID.randomUUID().toString()).put("time", Instant.now().toString());
			edit.accept((ObjectNode) envelope.path("detail").path("data"));
			return JSON.writeValueAsString(envelope);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Somebody's upload, from which their address is learnt. */
	void learnAddress(String userId, String address) {
		say("safelight-upload-events", "photo-uploaded.v1",
				sample("photo-uploaded.v1", (data) -> data.put("contributorId", userId).put("email", address)));
	}

	void publishPhoto(String userId, String title) {
		say("safelight-publication-events", "photo-published.v1",
				sample("photo-published.v1", (data) -> data.put("contributorId", userId).put("title", title)));
	}

	void say(String topic, String type, String envelope) {
		this.sns.publish((request) -> request.topicArn(this.sns.createTopic((create) -> create.name(topic)).topicArn())
			.message(envelope)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue(type).build())));
	}

	void putIntoTheQueue(String body) {
		String url = this.sqs.getQueueUrl((request) -> request.queueName("safelight-notification")).join().queueUrl();
		this.sqs.sendMessage((request) -> request.queueUrl(url).messageBody(body)).join();
	}

	/** The mails that reached an address, newest first. */
	List<JsonNode> mails(String address) {
		String query = "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.cloud.endpoint() + "/_safelight/mails" + query))
			.build();
		return JSON.readTree(send(request).body()).valueStream().toList();
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

	/** Signs a demo user in. */
	String token(String user) {
		URI issuer = this.cloud.issuer().orElseThrow();
		HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString("grant_type=password&client_id=safelight-cli&password=safelight&username=" + user))
			.build();
		return JSON.readTree(send(request).body()).path("access_token").asString();
	}

	private static HttpResponse<String> send(HttpRequest request) {
		try {
			return HTTP.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
