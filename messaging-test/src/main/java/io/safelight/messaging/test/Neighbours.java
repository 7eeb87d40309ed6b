package io.safelight.messaging.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.MessageType;
import io.safelight.messaging.Metadata;
import io.safelight.messaging.envelope.EnvelopeJson;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The services around the one that is tested: they say things on topics, and hear what it
 * says through a queue of their own. No {@link FaultInjection} touches their calls.
 * Thread-safe.
 *
 * <p>
 * What comes twice is heard twice, and in any order: as from SQS itself.
 */
public final class Neighbours {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final SnsClient sns;

	private final SqsAsyncClient sqs;

	private final String queueUrl;

	private final List<Envelope> heard = new CopyOnWriteArrayList<>();

	private Neighbours(SnsClient sns, SqsAsyncClient sqs) {
		this.sns = sns;
		this.sqs = sqs;
		this.queueUrl = sqs.createQueue((request) -> request.queueName("neighbours-" + UUID.randomUUID()))
			.join()
			.queueUrl();
	}

	/**
	 * Neighbours who hear what is said from now on.
	 * @param sns the client to speak with
	 * @param sqs the client to listen with
	 * @param topics the topics to listen to, made where they do not exist yet
	 * @return the neighbours
	 */
	public static Neighbours hearing(SnsClient sns, SqsAsyncClient sqs, String... topics) {
		Neighbours neighbours = new Neighbours(sns, sqs);
		String arn = sqs
			.getQueueAttributes(
					(request) -> request.queueUrl(neighbours.queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		for (String topic : topics) {
			sns.subscribe((request) -> request.topicArn(neighbours.arn(topic))
				.protocol("sqs")
				.endpoint(arn)
				.attributes(Map.of("RawMessageDelivery", "true")));
		}
		return neighbours;
	}

	/**
	 * A message as a neighbour says it: on behalf of ana, and caused by nothing but
	 * itself.
	 * @param source who says it, as {@code safelight.<service>}
	 * @param type its type
	 * @param aggregateId what it is about
	 * @param version the version of that, from 1
	 * @param data what it says: a record or a map
	 * @return the message, with an id of its own
	 */
	public static Envelope envelope(String source, String type, String aggregateId, long version, Object data) {
		String id = UUID.randomUUID().toString();
		return new Envelope(id, new MessageType(type), source, Instant.parse("2026-11-22T10:00:00Z"), List.of(),
				new Metadata(aggregateId, version, id, id, "", "ana"), EnvelopeJson.data(data));
	}

	/**
	 * The name of the queue that they listen to.
	 * @return the queue's name
	 */
	public String queue() {
		return this.queueUrl.substring(this.queueUrl.lastIndexOf('/') + 1);
	}

	/**
	 * Says something.
	 * @param topic the topic
	 * @param message what
	 * @return what was said, to be said again
	 */
	public Envelope say(String topic, Envelope message) {
		say(topic, message.type().name(), EnvelopeJson.write(message));
		return message;
	}

	/**
	 * Says anything, be it a message or not. On a topic in sequence it is in a group of
	 * its own and no repeat of anything: so what is said twice comes twice, in any order.
	 * @param topic the topic
	 * @param type what it claims to be
	 * @param body the body
	 */
	public void say(String topic, String type, String body) {
		PublishRequest.Builder request = PublishRequest.builder()
			.topicArn(arn(topic))
			.message(body)
			.messageAttributes(Map.of("detail-type",
					MessageAttributeValue.builder().dataType("String").stringValue(type).build()));
		if (inSequence(topic)) {
			request.messageGroupId(UUID.randomUUID().toString()).messageDeduplicationId(UUID.randomUUID().toString());
		}
		FaultInjection.untouched(() -> this.sns.publish(request.build()));
	}

	/**
	 * The first message of this type about this thing, awaited.
	 * @param type the type
	 * @param aggregateId the thing
	 * @return the message
	 */
	public Envelope hear(String type, String aggregateId) {
		return hear(type, aggregateId, 1).getFirst();
	}

	/**
	 * The messages of this type about this thing, once there are so many.
	 * @param type the type
	 * @param aggregateId the thing
	 * @param count how many are awaited; there may be more
	 * @return the messages
	 */
	public List<Envelope> hear(String type, String aggregateId, int count) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> heard(about(type, aggregateId)), (messages) -> messages.size() >= count);
	}

	/**
	 * What was heard up to now; takes a second at most to listen.
	 * @param which the messages that are wanted
	 * @return those
	 */
	public List<Envelope> heard(Predicate<Envelope> which) {
		FaultInjection.untouched(this::receive).forEach(this::remember);
		return this.heard.stream().filter(which).toList();
	}

	/**
	 * Messages of a type about a thing.
	 * @param type the type
	 * @param aggregateId the thing
	 * @return whether a message is one of them
	 */
	public static Predicate<Envelope> about(String type, String aggregateId) {
		return (message) -> message.type().name().equals(type) && message.metadata().aggregateId().equals(aggregateId);
	}

	private List<Message> receive() {
		return this.sqs
			.receiveMessage((request) -> request.queueUrl(this.queueUrl).maxNumberOfMessages(10).waitTimeSeconds(1))
			.join()
			.messages();
	}

	private void remember(Message message) {
		this.heard.add(EnvelopeJson.read(message.body()));
		FaultInjection
			.untouched(() -> this.sqs
				.deleteMessage((request) -> request.queueUrl(this.queueUrl).receiptHandle(message.receiptHandle())))
			.join();
	}

	private String arn(String topic) {
		Map<String, String> attributes = inSequence(topic) ? Map.of("FifoTopic", "true") : Map.of();
		return this.sns.createTopic((request) -> request.name(topic).attributes(attributes)).topicArn();
	}

	private static boolean inSequence(String topic) {
		return topic.endsWith(".fifo");
	}

}
