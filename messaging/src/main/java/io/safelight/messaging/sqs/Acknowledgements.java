package io.safelight.messaging.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;

/**
 * Acknowledges messages of one queue, in one call those that are ready at the same
 * moment. A message that finds nobody waiting goes at once; nothing waits for company.
 * Each caller waits until SQS has answered about its own message, so that a stopping
 * service leaves none behind. Thread-safe.
 */
final class Acknowledgements {

	private static final Logger log = LoggerFactory.getLogger(Acknowledgements.class);

	/** SQS's limit of entries in a batch. */
	private static final int BATCH = 10;

	/** The most calls under way: more would only make the batches smaller. */
	private static final int CALLS = 2;

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final String queue;

	private final LinkedBlockingQueue<Ready> ready = new LinkedBlockingQueue<>();

	private final Semaphore calls = new Semaphore(CALLS);

	Acknowledgements(SqsAsyncClient sqs, QueueUrls urls, String queue) {
		this.sqs = sqs;
		this.urls = urls;
		this.queue = queue;
	}

	/**
	 * Acknowledges a message whose commit is done.
	 * @return whether SQS has taken it; if not, the message comes again, and the inbox
	 * knows it
	 */
	boolean acknowledge(String receiptHandle) {
		Ready mine = new Ready(receiptHandle, new CompletableFuture<>());
		this.ready.add(mine);
		begin();
		return mine.taken().join();
	}

	private void begin() {
		if (!this.ready.isEmpty() && this.calls.tryAcquire()) {
			Thread.ofVirtual().name(this.queue + "-acknowledgements").start(() -> {
				acknowledgeReady();
				this.calls.release();
				begin();
			});
		}
	}

	private void acknowledgeReady() {
		List<Ready> batch = new ArrayList<>(BATCH);
		if (this.ready.drainTo(batch, BATCH) == 0) {
			return;
		}
		try {
			for (BatchResultErrorEntry failure : delete(batch)) {
				log.warn("{} did not take an acknowledgement: {} {}", this.queue, failure.code(), failure.message());
				batch.get(Integer.parseInt(failure.id())).taken().complete(false);
			}
			batch.forEach((one) -> one.taken().complete(true));
		}
		catch (RuntimeException ex) {
			log.warn("{} did not take {} acknowledgements, they come again: {}", this.queue, batch.size(),
					ex.toString());
		}
		finally {
			batch.forEach((one) -> one.taken().complete(false));
		}
	}

	private List<BatchResultErrorEntry> delete(List<Ready> batch) {
		return this.sqs
			.deleteMessageBatch((request) -> request.queueUrl(this.urls.url(this.queue))
				.entries(IntStream.range(0, batch.size())
					.mapToObj((i) -> DeleteMessageBatchRequestEntry.builder()
						.id(Integer.toString(i))
						.receiptHandle(batch.get(i).receiptHandle())
						.build())
					.toList()))
			.join()
			.failed();
	}

	/**
	 * A message that may be acknowledged.
	 *
	 * @param receiptHandle what SQS knows the delivery by
	 * @param taken whether SQS has taken it
	 */
	private record Ready(String receiptHandle, CompletableFuture<Boolean> taken) {
	}

}
