package io.safelight.messaging.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;

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

	Queue provision(String name, List<String> topicArns, QueueProperties properties) {
		String deadLetters = arn(create(name + "-dlq", retention(DEAD_LETTER_RETENTION)));
		String undeliveredUrl = create(name + "-undelivered-dlq", retention(DEAD_LETTER_RETENTION));
		String undelivered = arn(undeliveredUrl);
		String url = create(name, retention(RETENTION));
		String queueArn = arn(url);
		set(url, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(properties.visibility().toSeconds()),
				QueueAttributeName.REDRIVE_POLICY, PolicyJson.redriveTo(deadLetters, properties.maxReceives()),
				QueueAttributeName.POLICY, PolicyJson.allowTopics(queueArn, topicArns)));
		set(undeliveredUrl, Map.of(QueueAttributeName.POLICY, PolicyJson.allowTopics(undelivered, topicArns)));
		return new Queue(queueArn, undelivered);
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

	private static Map<QueueAttributeName, String> retention(Duration retention) {
		return Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(retention.toSeconds()));
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
