package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.safelight.messaging.QueueName;
import io.safelight.messaging.inbox.Failure;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.observability.ReceiverMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

import org.springframework.context.SmartLifecycle;

/**
 * Copies what it finds in a service's dead-letter queues to its parked messages, where it
 * can be read, redriven and does not expire, and only then deletes it. A crash in between
 * leads to the same row. Each queue is polled all the time, so a copy is made within
 * seconds.
 */
public final class DeadLetterReader implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterReader.class);

	/** As long as SQS lets a receive wait. */
	private static final int WAIT_SECONDS = 20;

	private static final int VISIBILITY_SECONDS = 60;

	private static final int BATCH = 10;

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final QueueName queue;

	private final OnceOnlyHandler handler;

	private final ReceiverMetrics metrics;

	private final Duration pause;

	private final List<Thread> readers = new ArrayList<>();

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	public DeadLetterReader(SqsAsyncClient sqs, QueueName queue, OnceOnlyHandler handler, ReceiverMetrics metrics) {
		this(sqs, queue, handler, metrics, PAUSE);
	}

	DeadLetterReader(SqsAsyncClient sqs, QueueName queue, OnceOnlyHandler handler, ReceiverMetrics metrics,
			Duration pause) {
		this.sqs = sqs;
		this.urls = new QueueUrls(sqs);
		this.queue = queue;
		this.handler = handler;
		this.metrics = metrics;
		this.pause = pause;
	}

	@Override
	public void start() {
		this.stopped = new CountDownLatch(1);
		this.readers.add(Thread.ofVirtual().name(this.queue.deadLetters()).start(() -> read(this.queue.deadLetters())));
		this.readers.add(Thread.ofVirtual().name(this.queue.undelivered()).start(() -> read(this.queue.undelivered())));
	}

	private void read(String deadLetters) {
		this.metrics.reads(deadLetters);
		boolean over = false;
		while (!over) {
			try {
				readBatch(deadLetters);
			}
			catch (InterruptedException ex) {
				over = true;
			}
			catch (RuntimeException | ExecutionException ex) {
				log.warn("{} cannot be read and is tried again in {}: {}", deadLetters, this.pause, ex.toString());
				over = stopsWithin(this.pause);
			}
		}
	}

	private boolean stopsWithin(Duration time) {
		try {
			return this.stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

	private void readBatch(String deadLetters) throws InterruptedException, ExecutionException {
		String url = this.urls.url(deadLetters);
		List<DeleteMessageBatchRequestEntry> copied = new ArrayList<>();
		for (Message message : receive(url)) {
			if (copy(deadLetters, new Delivery(message))) {
				copied.add(DeleteMessageBatchRequestEntry.builder()
					.id(Integer.toString(copied.size()))
					.receiptHandle(message.receiptHandle())
					.build());
			}
		}
		if (!copied.isEmpty()) {
			this.sqs.deleteMessageBatch((request) -> request.queueUrl(url).entries(copied)).get();
		}
	}

	private List<Message> receive(String url) throws InterruptedException, ExecutionException {
		CompletableFuture<ReceiveMessageResponse> answer = this.sqs.receiveMessage((request) -> request.queueUrl(url)
			.maxNumberOfMessages(BATCH)
			.waitTimeSeconds(WAIT_SECONDS)
			.visibilityTimeout(VISIBILITY_SECONDS)
			.messageSystemAttributeNamesWithStrings("All")
			.messageAttributeNames("All"));
		try {
			return answer.get().messages();
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			throw ex;
		}
	}

	/** One that cannot be copied stays where it is, and does not keep others there. */
	private boolean copy(String deadLetters, Delivery delivery) {
		try {
			this.handler.setAside(DeadLetter.message(delivery.body()), deadLetters, failure(deadLetters, delivery));
			this.metrics.dead(deadLetters);
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("A message of {} could not be parked and stays there: {}", deadLetters, ex.toString());
			return false;
		}
	}

	private Failure failure(String deadLetters, Delivery delivery) {
		return Failure.of(deadLetters.equals(this.queue.undelivered())
				? "SNS could not deliver it: the policy of the queue or of its key did not let the topic in, the queue was not there, or the message has more than ten attributes."
				: "Received " + delivery.receiveCount()
						+ " times and neither acknowledged nor given up: whoever handled it was probably killed each time.");
	}

	@Override
	public void stop() {
		this.stopped.countDown();
		this.readers.forEach(Thread::interrupt);
		this.readers.clear();
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	/** As the receiver: it uses everything else. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
