package io.safelight.publication;

import java.util.Map;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Judges by the approximate number of messages in this service's queue. Thread-safe.
 */
class QueueDepth implements UnreadAnswers {

	private final SqsAsyncClient sqs;

	private final String queue;

	private final int most;

	QueueDepth(SqsAsyncClient sqs, String queue, int most) {
		this.sqs = sqs;
		this.queue = queue;
		this.most = most;
	}

	@Override
	public boolean areMany() {
		String url = this.sqs.getQueueUrl((request) -> request.queueName(this.queue)).join().queueUrl();
		Map<QueueAttributeName, String> attributes = this.sqs.getQueueAttributes(
				(request) -> request.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
			.join()
			.attributes();
		return Integer
			.parseInt(attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")) > this.most;
	}

}
