package io.safelight.cloud;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * SQS through the SDK.
 */
class SqsIntegrationTests {

	private final SqsClient sqs = CloudOfTests.sqs();

	private final String name = "q-" + UUID.randomUUID();

	@Test
	void givesQueuesTheAddressOfTheGate() {
		assertThat(queue(this.name)).isEqualTo(CloudOfTests.endpoint() + "/000000000000/" + this.name);
		assertThat(this.sqs.getQueueUrl((request) -> request.queueName(this.name)).queueUrl())
			.startsWith(CloudOfTests.endpoint().toString());
	}

	@Test
	void carriesMessagesWithTheirAttributes() {
		String url = queue(this.name);
		this.sqs.sendMessage((request) -> request.queueUrl(url)
			.messageBody("ü")
			.messageAttributes(Map.of("detail-type", text("photo-listed.v1"))));
		Message message = receive(url).getFirst();
		assertThat(message.body()).isEqualTo("ü");
		assertThat(message.messageAttributes()).containsEntry("detail-type", text("photo-listed.v1"));
		this.sqs.deleteMessage((request) -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
		assertThat(receive(url)).isEmpty();
	}

	@Test
	void refusesMessagesThatExceedTheLimits() {
		String url = queue(this.name);
		assertThatExceptionOfType(SqsException.class)
			.isThrownBy(() -> this.sqs.sendMessage((request) -> request.queueUrl(url).messageBody("ü".repeat(131_073))))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
		Map<String, MessageAttributeValue> attributes = new HashMap<>();
		IntStream.range(0, 11).forEach((i) -> attributes.put("a" + i, text("x")));
		assertThatExceptionOfType(SqsException.class)
			.isThrownBy(() -> this.sqs
				.sendMessage((request) -> request.queueUrl(url).messageBody("x").messageAttributes(attributes)))
			.withMessageContaining("exceeds the allowed maximum");
		this.sqs.sendMessage((request) -> request.queueUrl(url).messageBody("x".repeat(262_144)));
	}

	@Test
	void refusesBatchesThatExceedTheLimits() {
		String url = queue(this.name);
		assertThatExceptionOfType(TooManyEntriesInBatchRequestException.class).isThrownBy(
				() -> send(url, IntStream.range(0, 11).mapToObj((i) -> entry(String.valueOf(i), "x")).toList()));
		assertThatExceptionOfType(BatchEntryIdsNotDistinctException.class)
			.isThrownBy(() -> send(url, List.of(entry("a", "x"), entry("a", "x"))));
		assertThatExceptionOfType(BatchRequestTooLongException.class)
			.isThrownBy(() -> send(url, List.of(entry("a", "x".repeat(200_000)), entry("b", "x".repeat(100_000)))));
	}

	@Test
	void movesAMessageToTheDeadLetterQueueAfterItsLastReceive() {
		String dead = queue(this.name + "-dlq");
		String url = this.sqs
			.createQueue(
					(request) -> request.queueName(this.name)
						.attributes(
								Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0", QueueAttributeName.REDRIVE_POLICY,
										"{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:" + this.name
												+ "-dlq\",\"maxReceiveCount\":\"2\"}")))
			.queueUrl();
		this.sqs.sendMessage((request) -> request.queueUrl(url).messageBody("poison"));
		assertThat(receive(url)).hasSize(1);
		assertThat(receive(url)).hasSize(1);
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
			assertThat(receive(url)).isEmpty();
			assertThat(receive(dead)).extracting(Message::body).containsExactly("poison");
		});
	}

	@Test
	void handsOutNothingBehindAHiddenMessageOfItsGroup() {
		String url = queueInSequence(this.name, Map.of());
		sendInSequence(url, "a", "a1", "a2");
		sendInSequence(url, "b", "b1");
		Message first = receiveOne(url).getFirst();
		Message second = receiveOne(url).getFirst();
		assertThat(List.of(first.body(), second.body())).containsExactlyInAnyOrder("a1", "b1");
		assertThat(receiveOne(url)).isEmpty();
		Message head = first.body().equals("a1") ? first : second;
		this.sqs.changeMessageVisibility(
				(request) -> request.queueUrl(url).receiptHandle(head.receiptHandle()).visibilityTimeout(0));
		Message again = receiveOne(url).getFirst();
		assertThat(again.body()).isEqualTo("a1");
		this.sqs.deleteMessage((request) -> request.queueUrl(url).receiptHandle(again.receiptHandle()));
		assertThat(receiveOne(url)).extracting(Message::body).containsExactly("a2");
	}

	@Test
	void goesOnWithAGroupOnceItsHeadIsInTheDeadLetterQueue() {
		String dead = queueInSequence(this.name + "-dlq", Map.of());
		String url = queueInSequence(this.name,
				Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0", QueueAttributeName.REDRIVE_POLICY,
						"{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:" + this.name
								+ "-dlq.fifo\",\"maxReceiveCount\":\"2\"}"));
		sendInSequence(url, "a", "a1", "a2");
		assertThat(receiveOne(url)).extracting(Message::body).containsExactly("a1");
		assertThat(receiveOne(url)).extracting(Message::body).containsExactly("a1");
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(receiveOne(url)).extracting(Message::body).containsExactly("a2"));
		assertThat(receiveOne(dead)).extracting(Message::body).containsExactly("a1");
	}

	@Test
	void refusesAWrongSecretAndAnUnknownQueue() {
		try (SqsClient stranger = CloudOfTests.client(SqsClient.builder(), CloudOfTests.endpoint(), "test", "no")) {
			assertThatExceptionOfType(SqsException.class).isThrownBy(stranger::listQueues)
				.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException"));
		}
		assertThatExceptionOfType(QueueDoesNotExistException.class)
			.isThrownBy(() -> this.sqs.getQueueUrl((request) -> request.queueName("missing")));
	}

	private String queue(String queue) {
		return this.sqs.createQueue((request) -> request.queueName(queue)).queueUrl();
	}

	private String queueInSequence(String queue, Map<QueueAttributeName, String> more) {
		Map<QueueAttributeName, String> attributes = new HashMap<>(more);
		attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
		return this.sqs.createQueue((request) -> request.queueName(queue + ".fifo").attributes(attributes)).queueUrl();
	}

	private void sendInSequence(String url, String group, String... bodies) {
		for (String body : bodies) {
			this.sqs.sendMessage((request) -> request.queueUrl(url)
				.messageBody(body)
				.messageGroupId(group)
				.messageDeduplicationId(body));
		}
	}

	private List<Message> receiveOne(String url) {
		return this.sqs.receiveMessage((request) -> request.queueUrl(url).maxNumberOfMessages(1)).messages();
	}

	private void send(String url, List<SendMessageBatchRequestEntry> entries) {
		this.sqs.sendMessageBatch((request) -> request.queueUrl(url).entries(entries));
	}

	private List<Message> receive(String url) {
		return this.sqs
			.receiveMessage((request) -> request.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
			.messages();
	}

	private static SendMessageBatchRequestEntry entry(String id, String body) {
		return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
	}

	private static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

}
