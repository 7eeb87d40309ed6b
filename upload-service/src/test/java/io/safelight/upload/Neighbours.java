package io.safelight.upload;

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
 * The services around this one: they hear what it says, and say how a publication ended.
 */
final class Neighbours {

	private final SnsClient sns;

	private final SqsAsyncClient sqs;

	private final String queueUrl;

	private final List<Envelope> heard = new CopyOnWriteArrayList<>();

	Neighbours(SnsClient sns, SqsAsyncClient sqs) {
		this.sns = sns;
		this.sqs = sqs;
		this.queueUrl = sqs.createQueue((request) -> request.queueName("upload-neighbours-" + UUID.randomUUID()))
			.join()
			.queueUrl();
		String arn = sqs
			.getQueueAttributes(
					(request) -> request.queueUrl(this.queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		sns.subscribe((request) -> request.topicArn(topic("safelight-upload-events"))
			.protocol("sqs")
			.endpoint(arn)
			.attributes(Map.of("RawMessageDelivery", "true")));
	}

	/** The message of this type about this upload, awaited. */
	Envelope hear(String type, String uploadId) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> about(type, uploadId), (messages) -> !messages.isEmpty())
			.getFirst();
	}

	private List<Envelope> about(String type, String uploadId) {
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
			.filter((envelope) -> envelope.metadata().aggregateId().equals(uploadId))
			.toList();
	}

	/** Says something as the publication would. */
	Envelope say(String type, String photoId, Map<String, Object> data) {
		String id = UUID.randomUUID().toString();
		Envelope envelope = new Envelope(id, new MessageType(type), "safelight.publication", Instant.EPOCH, List.of(),
				new Metadata(photoId, 9, id, id, "", "ana"), EnvelopeJson.data(data));
		say(type, EnvelopeJson.write(envelope));
		return envelope;
	}

	/** Says anything. */
	void say(String type, String body) {
		this.sns.publish((request) -> request.topicArn(topic("safelight-publication-events"))
			.message(body)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue(type).build())));
	}

	private String topic(String name) {
		return this.sns.createTopic((request) -> request.name(name)).topicArn();
	}

}
