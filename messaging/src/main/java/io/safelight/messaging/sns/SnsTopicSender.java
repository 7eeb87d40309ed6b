package io.safelight.messaging.sns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.MessageAttributes;
import io.safelight.messaging.outbox.MessageBatches;
import io.safelight.messaging.outbox.MessageGroups;
import io.safelight.messaging.outbox.MessageSender;
import io.safelight.messaging.outbox.OutboxMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;

/**
 * Sends to SNS, ten at a time. In a sequence the thing that a message is about is the
 * group, and the message's own identity tells a repeat. Thread-safe.
 */
public final class SnsTopicSender implements MessageSender {

	private static final Logger log = LoggerFactory.getLogger(SnsTopicSender.class);

	private final SnsClient sns;

	private final TopicArns arns;

	private final MessageGroups groups;

	public SnsTopicSender(SnsClient sns, TopicArns arns, MessageGroups groups) {
		this.sns = sns;
		this.arns = arns;
		this.groups = groups;
	}

	@Override
	public List<OutboxMessage> send(Destination topic, List<OutboxMessage> messages) {
		List<OutboxMessage> accepted = new ArrayList<>();
		for (List<OutboxMessage> batch : MessageBatches.of(messages)) {
			try {
				accepted.addAll(sendBatch(this.arns.arn(topic.name()), batch));
			}
			catch (SdkException | MissingTopicException ex) {
				log.warn("{} did not take {} messages, they stay in the outbox: {}", topic, batch.size(),
						ex.getMessage());
			}
		}
		return accepted;
	}

	private List<OutboxMessage> sendBatch(String arn, List<OutboxMessage> batch) {
		List<PublishBatchRequestEntry> entries = new ArrayList<>();
		for (int i = 0; i < batch.size(); i++) {
			entries.add(entry(Integer.toString(i), batch.get(i)));
		}
		PublishBatchResponse response = this.sns
			.publishBatch((request) -> request.topicArn(arn).publishBatchRequestEntries(entries));
		response.failed()
			.forEach((failure) -> log.warn("{} refused {}: {} {}", arn,
					batch.get(Integer.parseInt(failure.id())).type(), failure.code(), failure.message()));
		return response.successful()
			.stream()
			.map(PublishBatchResultEntry::id)
			.map((id) -> batch.get(Integer.parseInt(id)))
			.toList();
	}

	private PublishBatchRequestEntry entry(String id, OutboxMessage message) {
		Map<String, MessageAttributeValue> attributes = new HashMap<>();
		MessageAttributes.of(message).forEach((name, value) -> attributes.put(name, text(value)));
		PublishBatchRequestEntry.Builder entry = PublishBatchRequestEntry.builder()
			.id(id)
			.message(message.body())
			.messageAttributes(attributes);
		this.groups.of(message).ifPresent(entry::messageGroupId);
		if (message.destination().inSequence()) {
			entry.messageDeduplicationId(message.messageId());
		}
		return entry.build();
	}

	private static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

}
