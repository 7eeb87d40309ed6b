package io.safelight.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The services around this one: they order, and hear what it says.
 */
final class Neighbours {

	private final SnsClient sns;

	private final SqsAsyncClient sqs;

	private final String queueUrl;

	private final List<Envelope> heard = new CopyOnWriteArrayList<>();

	Neighbours(SnsClient sns, SqsAsyncClient sqs) {
		this.sns = sns;
		this.sqs = sqs;
		this.queueUrl = sqs.createQueue((request) -> request.queueName("catalog-neighbours-" + UUID.randomUUID()))
			.join()
			.queueUrl();
		String arn = sqs
			.getQueueAttributes(
					(request) -> request.queueUrl(this.queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		sns.subscribe((request) -> request.topicArn(topic(CatalogTopics.EVENTS))
			.protocol("sqs")
			.endpoint(arn)
			.attributes(Map.of("RawMessageDelivery", "true")));
	}

	/** The messages of this type about this thing, once there are so many. */
	List<Envelope> hear(String type, String aggregateId, int count) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> about(type, aggregateId), (messages) -> messages.size() >= count);
	}

	Envelope hear(String type, String aggregateId) {
		return hear(type, aggregateId, 1).getFirst();
	}

	private List<Envelope> about(String type, String aggregateId) {
		List<Message> messages = this.sqs
			.receiveMessage((request) -> request.queueUrl(this.queueUrl).maxNumberOfMessages(10).waitTimeSeconds(1))
			.join()
			.messages();
		messages.forEach((message) -> {
			this.heard.add(EnvelopeJson.read(message.body()));
			this.sqs.deleteMessage((request) -> request.queueUrl(this.queueUrl).receiptHandle(message.receiptHandle()))
				.join();
		});
		return this.heard.stream()
			.filter((envelope) -> envelope.type().name().equals(type))
			.filter((envelope) -> envelope.metadata().aggregateId().equals(aggregateId))
			.toList();
	}

	/** Orders something as publication would. */
	Envelope order(String type, String photoId, long sagaVersion, Object data) {
		String id = UUID.randomUUID().toString();
		Envelope envelope = new Envelope(id, new MessageType(type), "safelight.publication", Instant.EPOCH, List.of(),
				new Metadata(photoId, sagaVersion, id, id, "", "ana"), EnvelopeJson.data(data));
		send(envelope);
		return envelope;
	}

	void send(Envelope envelope) {
		send(envelope.type().name(), EnvelopeJson.write(envelope));
	}

	/** Sends anything. */
	void send(String type, String body) {
		this.sns.publish((request) -> request.topicArn(topic(CatalogTopics.PUBLICATION_COMMANDS))
			.message(body)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue(type).build())));
	}

	private String topic(String name) {
		return this.sns.createTopic((request) -> request.name(name)).topicArn();
	}

}
