package io.safelight.benchmarks.messaging;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The limit on this store: the bare SDK in loops, PutItem, PublishBatch, ReceiveMessage,
 * PutItem, DeleteMessageBatch, ten at a time wherever AWS takes ten. It guarantees
 * nothing: a crash between two of these calls loses or doubles ten events.
 */
final class SdkLoop implements Candidate {

	private static final String NAME = "bench-loop";

	private static final int LOOPS = 8;

	private final CallCounter counter = new CallCounter();

	private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
		.overrideConfiguration((configuration) -> configuration.addExecutionInterceptor(this.counter))
		.build();

	private final SnsClient sns = SnsClient.builder()
		.overrideConfiguration((configuration) -> configuration.addExecutionInterceptor(this.counter))
		.build();

	private final SqsClient sqs = SqsClient.builder()
		.overrideConfiguration((configuration) -> configuration.addExecutionInterceptor(this.counter))
		.build();

	private final String topic;

	private final String queue;

	private volatile Journey journey = new Journey();

	private volatile boolean open = true;

	SdkLoop() {
		Plumbing.table(this.dynamoDb, "bench-loop-sent", "id");
		Plumbing.table(this.dynamoDb, "bench-loop-received", "id");
		try (SqsAsyncClient async = SqsAsyncClient.create()) {
			this.topic = Plumbing.topicWithQueue(this.sns, async, NAME);
		}
		this.queue = this.sqs.getQueueUrl((request) -> request.queueName(NAME)).queueUrl();
		for (int i = 0; i < LOOPS; i++) {
			Thread.ofVirtual().start(this::receive);
		}
	}

	@Override
	public String name() {
		return "bare SDK loop";
	}

	@Override
	public int callers() {
		return LOOPS;
	}

	@Override
	public int perCall() {
		return 10;
	}

	@Override
	public void begin(Journey next) {
		this.journey = next;
	}

	@Override
	public void send(List<Integer> events) {
		for (int event : events) {
			put("bench-loop-sent", Integer.toString(event), Journey.PAYLOAD);
			this.journey.committed(event);
		}
		this.sns.publishBatch((request) -> request.topicArn(this.topic)
			.publishBatchRequestEntries(IntStream.range(0, events.size())
				.mapToObj((i) -> PublishBatchRequestEntry.builder()
					.id(Integer.toString(i))
					.message(events.get(i) + " " + Journey.PAYLOAD)
					.build())
				.toList()));
	}

	private void receive() {
		while (this.open) {
			try {
				List<Message> messages = this.sqs
					.receiveMessage(
							(request) -> request.queueUrl(this.queue).maxNumberOfMessages(10).waitTimeSeconds(5))
					.messages();
				messages.forEach(this::handle);
				delete(messages);
			}
			catch (RuntimeException ex) {
				if (this.open) {
					throw ex;
				}
			}
		}
	}

	private void handle(Message message) {
		String event = message.body().substring(0, message.body().indexOf(' '));
		put("bench-loop-received", event, message.body());
		this.journey.arrived(Integer.parseInt(event));
	}

	private void delete(List<Message> messages) {
		if (!messages.isEmpty()) {
			this.sqs.deleteMessageBatch((request) -> request.queueUrl(this.queue)
				.entries(IntStream.range(0, messages.size())
					.mapToObj((i) -> DeleteMessageBatchRequestEntry.builder()
						.id(Integer.toString(i))
						.receiptHandle(messages.get(i).receiptHandle())
						.build())
					.toList()));
		}
	}

	private void put(String table, String id, String payload) {
		this.dynamoDb.putItem((request) -> request.tableName(table)
			.item(Map.of("id", AttributeValue.fromS(id), "payload", AttributeValue.fromS(payload))));
	}

	@Override
	public Map<String, Long> takeCalls() {
		return this.counter.take();
	}

	@Override
	public void close() {
		this.open = false;
	}

}
