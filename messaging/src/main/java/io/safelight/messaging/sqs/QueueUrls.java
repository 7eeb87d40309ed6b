package io.safelight.messaging.sqs;

import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The URLs of queues that exist. It never creates one. Thread-safe.
 */
public final class QueueUrls {

	private final SqsAsyncClient sqs;

	private final Map<String, String> known = new ConcurrentHashMap<>();

	public QueueUrls(SqsAsyncClient sqs) {
		this.sqs = sqs;
	}

	/**
	 * The URL of a queue.
	 * @throws CompletionException if there is no queue of that name, or SQS does not
	 * answer
	 */
	public String url(String queue) {
		return this.known.computeIfAbsent(queue,
				(name) -> this.sqs.getQueueUrl((request) -> request.queueName(name)).join().queueUrl());
	}

}
