package io.safelight.cli.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.safelight.cli.chaos.Tally.Count;
import io.safelight.cli.evidence.Aws;
import io.safelight.cli.evidence.Listeners;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Sends messages again, out of the outboxes' history and straight into a queue that they
 * were in before: now and then, as SNS and SQS may.
 */
final class Repeater {

	private static final List<String> SENDERS = List.of("upload", "publication", "imaging", "catalog", "purchase");

	/** A scan of one part of so many finds different messages each time. */
	private static final int PARTS = 16;

	private static final int MOST_AT_ONCE = 5;

	private final Aws aws;

	private final Listeners listeners;

	private final Random random;

	private final Tally tally;

	Repeater(Aws aws, Listeners listeners, long seed, Tally tally) {
		this.aws = aws;
		this.listeners = listeners;
		this.random = new Random(seed);
		this.tally = tally;
	}

	/** Repeats some messages every second until told to stop. */
	void work() throws InterruptedException {
		while (true) {
			TimeUnit.SECONDS.sleep(1);
			try {
				repeatSome();
			}
			catch (SdkException ex) {
				// The cloud is slow under this load: later.
				this.tally.add(Count.RETRIES);
			}
		}
	}

	private void repeatSome() {
		String sender = SENDERS.get(this.random.nextInt(SENDERS.size()));
		List<Map<String, AttributeValue>> rows = new ArrayList<>(this.aws.dynamoDb()
			.scan((request) -> request.tableName("safelight-" + sender + "-messages")
				.totalSegments(PARTS)
				.segment(this.random.nextInt(PARTS))
				.limit(40)
				.filterExpression("begins_with(pk, :sent) AND attribute_exists(sentAt)")
				.expressionAttributeValues(Map.of(":sent", AttributeValue.fromS("OUT#"))))
			.items());
		for (int repeat = 0; repeat < MOST_AT_ONCE && !rows.isEmpty(); repeat++) {
			repeat(rows.remove(this.random.nextInt(rows.size())));
		}
	}

	private void repeat(Map<String, AttributeValue> row) {
		String topic = text(row, "destination").replaceFirst("^topic:", "");
		List<String> queues = this.listeners.queuesOf(topic, text(row, "type"));
		if (!queues.isEmpty()) {
			String queue = queues.get(this.random.nextInt(queues.size()));
			this.aws.sqs().sendMessage(message(queue, row));
			this.tally.add(Count.REPEATED);
		}
	}

	private SendMessageRequest message(String queue, Map<String, AttributeValue> row) {
		Map<String, MessageAttributeValue> attributes = new HashMap<>();
		attributes.put("detail-type", attribute(text(row, "type")));
		attributes.put("message-id", attribute(text(row, "messageId")));
		if (!text(row, "traceparent").isEmpty()) {
			attributes.put("traceparent", attribute(text(row, "traceparent")));
		}
		SendMessageRequest.Builder message = SendMessageRequest.builder()
			.queueUrl(this.aws.sqs().getQueueUrl((request) -> request.queueName(queue)).queueUrl())
			.messageBody(text(row, "body"))
			.messageAttributes(attributes);
		if (queue.endsWith(".fifo")) {
			message.messageGroupId(text(row, "aggregateId"))
				.messageDeduplicationId(Long.toHexString(this.random.nextLong()));
		}
		return message.build();
	}

	private static String text(Map<String, AttributeValue> row, String name) {
		AttributeValue value = row.get(name);
		return (value != null && value.s() != null) ? value.s() : "";
	}

	private static MessageAttributeValue attribute(String value) {
		return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
	}

}
