package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * {@link Visibility} of one queue's messages.
 */
final class SqsVisibility implements Visibility {

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final String queue;

	SqsVisibility(SqsAsyncClient sqs, QueueUrls urls, String queue) {
		this.sqs = sqs;
		this.urls = urls;
		this.queue = queue;
	}

	@Override
	public void hide(String receiptHandle, Duration time, Duration patience) {
		this.sqs
			.changeMessageVisibility((request) -> request.queueUrl(this.urls.url(this.queue))
				.receiptHandle(receiptHandle)
				.visibilityTimeout((int) time.toSeconds()))
			.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

}
