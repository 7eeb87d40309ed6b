package io.safelight.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SNS through the SDK, delivering to SQS.
 */
class SnsIntegrationTests {

	private final SnsClient sns = CloudOfTests.sns();

	private final SqsClient sqs = CloudOfTests.sqs();

	private final String name = "t-" + UUID.randomUUID();

	@Test
	void createsATopicOnce() {
		String arn = this.sns.createTopic((request) -> request.name(this.name)).topicArn();
		assertThat(arn).isEqualTo("arn:aws:sns:us-east-1:000000000000:" + this.name);
		assertThat(this.sns.createTopic((request) -> request.name(this.name)).topicArn()).isEqualTo(arn);
		assertThat(this.sns.listTopicsPaginator().topics().stream().map((topic) -> topic.topicArn())).contains(arn);
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.sns
				.createTopic((request) -> request.name(this.name).attributes(Map.of("DisplayName", "Other"))))
			.withMessageContaining("different attributes");
	}

	@Test
	void deliversRawToTheQueuesWhoseFilterMatches() {
		String topic = topic();
		String wanted = queue("wanted");
		String other = queue("other");
		subscribe(topic, wanted,
				Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"detail-type\":[\"photo-listed.v1\"]}"));
		subscribe(topic, other,
				Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"detail-type\":[\"order-paid.v1\"]}"));
		this.sns.publish((request) -> request.topicArn(topic)
			.message("{\"a\":\"ü <&>\"}")
			.messageAttributes(Map.of("detail-type", text("photo-listed.v1"))));
		Message message = receive(wanted).getFirst();
		assertThat(message.body()).isEqualTo("{\"a\":\"ü <&>\"}");
		assertThat(message.messageAttributes()).extractingByKey("detail-type")
			.extracting(software.amazon.awssdk.services.sqs.model.MessageAttributeValue::stringValue)
			.isEqualTo("photo-listed.v1");
		assertThat(receive(other)).isEmpty();
	}

	@Test
	void wrapsMessagesWhenDeliveryIsNotRaw() {
		String topic = topic();
		String queue = queue("wrapped");
		subscribe(topic, queue, Map.of());
		String id = this.sns
			.publish((request) -> request.topicArn(topic)
				.subject("Hello")
				.message("text")
				.messageAttributes(Map.of("n", number("12"))))
			.messageId();
		JsonNode document = JsonMapper.builder().build().readTree(receive(queue).getFirst().body());
		assertThat(document.path("Type").asString()).isEqualTo("Notification");
		assertThat(document.path("MessageId").asString()).isEqualTo(id);
		assertThat(document.path("TopicArn").asString()).isEqualTo(topic);
		assertThat(document.path("Subject").asString()).isEqualTo("Hello");
		assertThat(document.path("Message").asString()).isEqualTo("text");
		assertThat(document.path("MessageAttributes").path("n").path("Value").asString()).isEqualTo("12");
	}

	@Test
	void filtersByTheBody() {
		String topic = topic();
		String queue = queue("risk");
		subscribe(topic, queue, Map.of("RawMessageDelivery", "true", "FilterPolicyScope", "MessageBody", "FilterPolicy",
				"{\"detail\":{\"risk\":[{\"numeric\":[\">\",0.5]}]}}"));
		this.sns.publish((request) -> request.topicArn(topic).message("{\"detail\":{\"risk\":0.4}}"));
		this.sns.publish((request) -> request.topicArn(topic).message("{\"detail\":{\"risk\":0.6}}"));
		this.sns.publish((request) -> request.topicArn(topic).message("no json"));
		assertThat(receive(queue)).singleElement().satisfies((message) -> assertThat(message.body()).contains("0.6"));
	}

	@Test
	void publishesABatchAndReportsEachEntry() {
		String topic = topic();
		String queue = queue("batch");
		subscribe(topic, queue, Map.of("RawMessageDelivery", "true"));
		List<PublishBatchRequestEntry> entries = new ArrayList<>();
		IntStream.range(0, 9).forEach((i) -> entries.add(entry(String.valueOf(i), "message " + i)));
		entries.add(PublishBatchRequestEntry.builder()
			.id("bad")
			.message("x")
			.messageAttributes(Map.of("n", number("no number")))
			.build());
		PublishBatchResponse response = this.sns
			.publishBatch((request) -> request.topicArn(topic).publishBatchRequestEntries(entries));
		assertThat(response.successful()).hasSize(9);
		assertThat(response.failed()).singleElement().satisfies((failure) -> {
			assertThat(failure.id()).isEqualTo("bad");
			assertThat(failure.senderFault()).isTrue();
		});
		assertThat(receive(queue)).extracting(Message::body).hasSize(9).contains("message 0", "message 8");
	}

	@Test
	void refusesBatchesThatExceedTheLimits() {
		String topic = topic();
		assertThatExceptionOfType(TooManyEntriesInBatchRequestException.class).isThrownBy(
				() -> publish(topic, IntStream.range(0, 11).mapToObj((i) -> entry(String.valueOf(i), "x")).toList()));
		assertThatExceptionOfType(BatchEntryIdsNotDistinctException.class)
			.isThrownBy(() -> publish(topic, List.of(entry("a", "x"), entry("a", "y"))));
		assertThatExceptionOfType(EmptyBatchRequestException.class).isThrownBy(() -> publish(topic, List.of()));
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> this.sns.publish((request) -> request.topicArn(topic).message("x".repeat(262_145))))
			.withMessageContaining("too long");
	}

	@Test
	void refusesWhatDoesNotExist() {
		String missing = "arn:aws:sns:us-east-1:000000000000:missing";
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.sns.publish((request) -> request.topicArn(missing).message("x")));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.sns.getTopicAttributes((request) -> request.topicArn(missing)));
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(
				() -> subscribe(topic(), "q", Map.of("FilterPolicy", "{\"a\":[{\"no-such-operator\":\"x\"}]}")));
	}

	@Test
	void sendsWhatAQueueRefusesToTheSubscriptionsDeadLetterQueue() {
		String topic = topic();
		String dead = queue("dead");
		subscribe(topic, "missing-" + this.name, Map.of("RawMessageDelivery", "true", "RedrivePolicy",
				"{\"deadLetterTargetArn\":\"" + queueArn(dead) + "\"}"));
		this.sns.publish((request) -> request.topicArn(topic).message("lost?"));
		assertThat(receive(dead)).extracting(Message::body).containsExactly("lost?");
	}

	@Test
	void sendsMoreThanTenRawAttributesToTheDeadLetterQueue() {
		String topic = topic();
		String queue = queue("few");
		String dead = queue("many");
		subscribe(topic, queue, Map.of("RawMessageDelivery", "true", "RedrivePolicy",
				"{\"deadLetterTargetArn\":\"" + queueArn(dead) + "\"}"));
		Map<String, MessageAttributeValue> attributes = new HashMap<>();
		IntStream.range(0, 11).forEach((i) -> attributes.put("a" + i, text("x")));
		this.sns.publish((request) -> request.topicArn(topic).message("m").messageAttributes(attributes));
		assertThat(receive(dead)).hasSize(1);
		assertThat(receive(queue)).isEmpty();
	}

	@Test
	void deliversFifoMessagesOnceAndInOrder() {
		String topic = this.sns
			.createTopic((request) -> request.name(this.name + ".fifo").attributes(Map.of("FifoTopic", "true")))
			.topicArn();
		String queue = this.sqs
			.createQueue((request) -> request.queueName(this.name + ".fifo")
				.attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
			.queueUrl();
		subscribe(topic, this.name + ".fifo", Map.of("RawMessageDelivery", "true"));
		for (String body : List.of("1", "2", "2", "3")) {
			this.sns.publish((request) -> request.topicArn(topic)
				.message(body)
				.messageGroupId("photo")
				.messageDeduplicationId(body));
		}
		assertThat(receiveUrl(queue)).extracting(Message::body).containsExactly("1", "2", "3");
	}

	@Test
	void subscribesOnceAndShowsWhatWasSet() {
		String topic = topic();
		String arn = subscribe(topic, "q-" + this.name, Map.of("RawMessageDelivery", "true"));
		assertThat(subscribe(topic, "q-" + this.name, Map.of("RawMessageDelivery", "true"))).isEqualTo(arn);
		this.sns.setSubscriptionAttributes((request) -> request.subscriptionArn(arn)
			.attributeName("FilterPolicy")
			.attributeValue("{\"a\":[\"b\"]}"));
		assertThat(this.sns.getSubscriptionAttributes((request) -> request.subscriptionArn(arn)).attributes())
			.containsEntry("RawMessageDelivery", "true")
			.containsEntry("FilterPolicy", "{\"a\":[\"b\"]}")
			.containsEntry("FilterPolicyScope", "MessageAttributes");
		assertThat(this.sns.listSubscriptionsByTopic((request) -> request.topicArn(topic)).subscriptions()).hasSize(1);
		this.sns.unsubscribe((request) -> request.subscriptionArn(arn));
		assertThat(this.sns.listSubscriptionsByTopic((request) -> request.topicArn(topic)).subscriptions()).isEmpty();
	}

	private String topic() {
		return this.sns.createTopic((request) -> request.name(this.name)).topicArn();
	}

	private String queue(String suffix) {
		String queue = this.name + "-" + suffix;
		this.sqs.createQueue((request) -> request.queueName(queue));
		return queue;
	}

	private static String queueArn(String queue) {
		return "arn:aws:sqs:us-east-1:000000000000:" + queue;
	}

	private String subscribe(String topic, String queue, Map<String, String> attributes) {
		return this.sns
			.subscribe((request) -> request.topicArn(topic)
				.protocol("sqs")
				.endpoint(queueArn(queue))
				.attributes(attributes)
				.returnSubscriptionArn(true))
			.subscriptionArn();
	}

	private void publish(String topic, List<PublishBatchRequestEntry> entries) {
		this.sns.publishBatch((request) -> request.topicArn(topic).publishBatchRequestEntries(entries));
	}

	private List<Message> receive(String queue) {
		return receiveUrl(this.sqs.getQueueUrl((request) -> request.queueName(queue)).queueUrl());
	}

	// Delivery is done when the publisher has its answer: nothing to wait for.
	private List<Message> receiveUrl(String url) {
		return this.sqs
			.receiveMessage((request) -> request.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
			.messages();
	}

	private static PublishBatchRequestEntry entry(String id, String message) {
		return PublishBatchRequestEntry.builder().id(id).message(message).build();
	}

	private static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

	private static MessageAttributeValue number(String value) {
		return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
	}

}
