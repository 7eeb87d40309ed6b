package io.safelight.messaging.sqs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.safelight.messaging.outbox.Destination;
import io.safelight.messaging.outbox.MessageAttributes;
import io.safelight.messaging.outbox.MessageBatches;
import io.safelight.messaging.outbox.MessageGroups;
import io.safelight.messaging.outbox.MessageIds;
import io.safelight.messaging.outbox.MessageSender;
import io.safelight.messaging.outbox.OutboxMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Sends to one consumer's queue what it has to get once more, with the attributes that it
 * would have from the topic. A queue in sequence would swallow a repeat of the last five
 * minutes, and here repeats are meant: so the occasion and not the message is what it
 * tells repeats by. Thread-safe.
 */
public final class SqsQueueSender implements MessageSender {

	private static final Logger log = LoggerFactory.getLogger(SqsQueueSender.class);

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final MessageGroups groups;

	public SqsQueueSender(SqsAsyncClient sqs, QueueUrls urls, MessageGroups groups) {
		this.sqs = sqs;
		this.urls = urls;
		this.groups = groups;
	}

	@Override
	public List<OutboxMessage> send(Destination queue, List<OutboxMessage> messages) {
		List<OutboxMessage> accepted = new ArrayList<>();
		for (List<OutboxMessage> batch : MessageBatches.of(messages)) {
			try {
				accepted.addAll(sendBatch(this.urls.url(queue.name()), batch));
			}
			catch (CompletionException ex) {
				log.warn("{} did not take {} messages, they stay in the outbox: {}", queue, batch.size(),
						ex.getMessage());
			}
		}
		return accepted;
	}

	private List<OutboxMessage> sendBatch(String url, List<OutboxMessage> batch) {
		List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
		for (int i = 0; i < batch.size(); i++) {
			entries.add(entry(Integer.toString(i), batch.get(i)));
		}
		SendMessageBatchResponse response = this.sqs
			.sendMessageBatch((request) -> request.queueUrl(url).entries(entries))
			.join();
		response.failed()
			.forEach((failure) -> log.warn("{} refused {}: {} {}", url,
					batch.get(Integer.parseInt(failure.id())).type(), failure.code(), failure.message()));
		return response.successful()
			.stream()
			.map(SendMessageBatchResultEntry::id)
			.map((id) -> batch.get(Integer.parseInt(id)))
			.toList();
	}

	private SendMessageBatchRequestEntry entry(String id, OutboxMessage message) {
		Map<String, MessageAttributeValue> attributes = new HashMap<>();
		MessageAttributes.of(message).forEach((name, value) -> attributes.put(name, text(value)));
		SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder()
			.id(id)
			.messageBody(message.body())
			.messageAttributes(attributes);
		this.groups.of(message).ifPresent(entry::messageGroupId);
		if (message.destination().inSequence()) {
			entry.messageDeduplicationId(MessageIds.of(message.pk()));
		}
		return entry.build();
	}

	private static MessageAttributeValue text(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

}
