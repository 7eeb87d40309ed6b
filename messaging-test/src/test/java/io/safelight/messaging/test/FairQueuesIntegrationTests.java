package io.safelight.messaging.test;

import java.util.List;
import java.util.UUID;

import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.MessageGroups;
import io.safelight.messaging.outbox.OutboxMessage;
import io.safelight.messaging.sns.SnsTopicSender;
import io.safelight.messaging.sns.TopicArns;
import io.safelight.messaging.sqs.QueueUrls;
import io.safelight.messaging.sqs.SqsQueueSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fair queues need to know arrives with each message, and standard topics and queues
 * take it.
 */
@LocalCloudTest
class FairQueuesIntegrationTests {

	private static final MessageGroups FAIR = new MessageGroups(true);

	private final String name = "safelight-it-" + UUID.randomUUID();

	private SnsClient sns;

	private SqsAsyncClient sqs;

	private String queueUrl;

	@BeforeEach
	void begin() {
		this.sns = SnsClient.create();
		this.sqs = SqsAsyncClient.create();
		this.queueUrl = this.sqs.createQueue((request) -> request.queueName(this.name)).join().queueUrl();
	}

	@AfterEach
	void end() {
		this.sns.close();
		this.sqs.close();
	}

	private OutboxMessage message(Destination destination, String tenant) {
		return new OutboxMessage("MSG#" + tenant, tenant, destination, "photo-uploaded.v1", "photo", null, "", tenant,
				"{}", "PENDING#0", "2026-01-01T00:00:00.000Z", 0, 0, null, null);
	}

	private List<String> groups() {
		return this.sqs
			.receiveMessage((request) -> request.queueUrl(this.queueUrl)
				.maxNumberOfMessages(10)
				.waitTimeSeconds(5)
				.messageSystemAttributeNames(MessageSystemAttributeName.ALL))
			.join()
			.messages()
			.stream()
			.map(Message::attributes)
			.map((attributes) -> attributes.get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
			.toList();
	}

	@Test
	void tellTenantsApartThroughATopic() {
		String topic = this.sns.createTopic((request) -> request.name(this.name)).topicArn();
		String queue = this.sqs
			.getQueueAttributes(
					(request) -> request.queueUrl(this.queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		this.sns.subscribe((request) -> request.topicArn(topic).protocol("sqs").endpoint(queue));
		Destination destination = Destination.parse(this.name);
		List<OutboxMessage> messages = List.of(message(destination, "ana"), message(destination, "paul"));
		assertThat(new SnsTopicSender(this.sns, new TopicArns(this.sns), FAIR).send(destination, messages)).hasSize(2);
		assertThat(groups()).containsExactlyInAnyOrder("ana", "paul");
	}

	@Test
	void tellTenantsApartInWhatIsSaidAgain() {
		Destination destination = Destination.queue(this.name);
		List<OutboxMessage> messages = List.of(message(destination, "ana"), message(destination, "paul"));
		assertThat(new SqsQueueSender(this.sqs, new QueueUrls(this.sqs), FAIR).send(destination, messages)).hasSize(2);
		assertThat(groups()).containsExactlyInAnyOrder("ana", "paul");
	}

}
