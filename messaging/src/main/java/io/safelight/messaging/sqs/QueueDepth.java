package io.safelight.messaging.sqs;

import java.util.Map;

import io.safelight.messaging.observability.ReceiverMetrics;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Counts what waits in a queue, as SQS itself says, which is about right. How long the
 * oldest has waited only CloudWatch knows; {@code event.age} tells it of those that came
 * through. Thread-safe.
 */
public final class QueueDepth {

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final String queue;

	private final ReceiverMetrics metrics;

	public QueueDepth(SqsAsyncClient sqs, QueueUrls urls, String queue, ReceiverMetrics metrics) {
		this.sqs = sqs;
		this.urls = urls;
		this.queue = queue;
		this.metrics = metrics;
	}

	/** Looks now. */
	public void measure() {
		String url = this.urls.url(this.queue);
		Map<QueueAttributeName, String> attributes = this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url)
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
						QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
			.join()
			.attributes();
		this.metrics.queue(this.queue, count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
				count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
	}

	private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
		return Integer.parseInt(attributes.getOrDefault(name, "0"));
	}

}
