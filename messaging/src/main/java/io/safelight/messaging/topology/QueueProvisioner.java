package io.safelight.messaging.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;

import io.safelight.messaging.QueueName;
import io.safelight.messaging.sqs.QueueProperties;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/**
 * Creates a service's queue with its two dead-letter queues: one for what was received
 * too often, one for what SNS could not deliver.
 */
public final class QueueProvisioner {

	private static final Duration RETENTION = Duration.ofDays(4);

	/** Longer than the queue's own: the clock of a moved message is not set back. */
	private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(14);

	private final SqsAsyncClient sqs;

	public QueueProvisioner(SqsAsyncClient sqs) {
		this.sqs = sqs;
	}

	/**
	 * The queue, made where it is missing.
	 * @param name its name; of a queue in sequence (.fifo) the dead-letter queues are in
	 * sequence too, as SQS and SNS want it
	 */
	Queue provision(QueueName name, List<String> topicArns, QueueProperties properties) {
		String deadLetters = arn(create(name.deadLetters(), name, DEAD_LETTER_RETENTION));
		String undeliveredUrl = create(name.undelivered(), name, DEAD_LETTER_RETENTION);
		String undelivered = arn(undeliveredUrl);
		String url = create(name.name(), name, RETENTION);
		String queueArn = arn(url);
		set(url, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(properties.visibility().toSeconds()),
				QueueAttributeName.REDRIVE_POLICY, PolicyJson.redriveTo(deadLetters, properties.maxReceives()),
				QueueAttributeName.POLICY, PolicyJson.allowTopics(queueArn, topicArns)));
		set(undeliveredUrl, Map.of(QueueAttributeName.POLICY, PolicyJson.allowTopics(undelivered, topicArns)));
		return new Queue(queueArn, undelivered);
	}

	private String create(String name, QueueName kind, Duration retention) {
		Map<QueueAttributeName, String> attributes = new HashMap<>();
		attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(retention.toSeconds()));
		if (kind.inSequence()) {
			attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
			attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "false");
		}
		return create(name, attributes);
	}

	/** A queue that exists with other attributes is this queue all the same. */
	private String create(String name, Map<QueueAttributeName, String> attributes) {
		try {
			return this.sqs.createQueue((request) -> request.queueName(name).attributes(attributes)).join().queueUrl();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof QueueNameExistsException) {
				return this.sqs.getQueueUrl((request) -> request.queueName(name)).join().queueUrl();
			}
			throw ex;
		}
	}

	private String arn(String url) {
		String arn = this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.get(QueueAttributeName.QUEUE_ARN);
		return Objects.requireNonNull(arn, "every queue has an ARN");
	}

	private void set(String url, Map<QueueAttributeName, String> attributes) {
		this.sqs.setQueueAttributes((request) -> request.queueUrl(url).attributes(attributes)).join();
	}

	/**
	 * A queue that is there.
	 *
	 * @param arn its ARN
	 * @param undeliveredArn the dead-letter queue of its subscriptions
	 */
	record Queue(String arn, String undeliveredArn) {
	}

}
