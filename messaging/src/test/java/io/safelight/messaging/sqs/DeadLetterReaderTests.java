package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.safelight.messaging.Ids;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.MutableClock;
import io.safelight.messaging.QueueName;
import io.safelight.messaging.inbox.Inbox;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.inbox.ParkedMessage;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.inbox.TransactionalCommitter;
import io.safelight.messaging.observability.ReceiverMetrics;
import io.safelight.messaging.outbox.Outbox;
import io.safelight.messaging.outbox.OutboxProperties;
import io.safelight.messaging.outbox.OutboxRelay;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

class DeadLetterReaderTests {

	private static final String DEAD = "safelight-counting-dlq";

	private static final String UNDELIVERED = "safelight-counting-undelivered-dlq";

	private final InMemoryStore store = new InMemoryStore();

	private final MutableClock clock = new MutableClock();

	private final ParkedMessages parked = new ParkedMessages(this.store, "counting", this.clock, Ids.random(),
			(most) -> {
			}, "1.0");

	private final Queues queues = new Queues();

	private final DeadLetterReader reader = new DeadLetterReader(this.queues, new QueueName("safelight-counting"),
			handler(), new ReceiverMetrics(new SimpleMeterRegistry(), "counting"), Duration.ofMillis(5));

	private OnceOnlyHandler handler() {
		Outbox outbox = new Outbox(this.store, "counting", new OutboxProperties(1, Duration.ofSeconds(30),
				Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofDays(7)), this.clock);
		OutboxRelay relay = new OutboxRelay(outbox, (destination, messages) -> messages);
		Inbox inbox = new Inbox(this.store, "counting", this.clock);
		TransactionalCommitter committer = new TransactionalCommitter(this.store, outbox, relay, inbox, Ids.random(),
				(most) -> {
				});
		return new OnceOnlyHandler(MessageRoutes.consumedBy("counting").build(), inbox, committer, this.parked);
	}

	@AfterEach
	void stop() {
		this.reader.stop();
	}

	private List<ParkedMessage> parked() {
		return this.parked.list(10, null).items();
	}

	private void awaitEmpty() {
		await().untilAsserted(() -> assertThat(this.queues.messages).isEmpty());
	}

	@Test
	void parksWhatLiesInBothQueuesAndDeletesItThen() {
		this.queues.put(DEAD, "one");
		this.queues.put(UNDELIVERED, "two");
		this.reader.start();
		awaitEmpty();
		assertThat(parked()).extracting(ParkedMessage::body, ParkedMessage::foundIn)
			.containsExactlyInAnyOrder(tuple("one", DEAD), tuple("two", UNDELIVERED));
	}

	@Test
	void findsTheSameRowAgainWhenItCouldNotDeleteWhatItHadCopied() {
		this.queues.put(DEAD, "one");
		this.queues.refusals.set(1);
		this.reader.start();
		awaitEmpty();
		assertThat(parked()).singleElement().extracting(ParkedMessage::times).isEqualTo(2);
	}

	@Test
	void goesOnReadingAfterAQueueWasNotThere() {
		this.queues.missing.set(1);
		this.queues.put(DEAD, "one");
		this.reader.start();
		awaitEmpty();
		assertThat(parked()).hasSize(1);
	}

	/** Queues that hand out what is in them until it is deleted. */
	private static final class Queues implements SqsAsyncClient {

		private final Map<String, String> messages = new ConcurrentHashMap<>();

		private final AtomicInteger refusals = new AtomicInteger();

		private final AtomicInteger missing = new AtomicInteger();

		void put(String queue, String body) {
			this.messages.put(queue, body);
		}

		@Override
		public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
			return fails(this.missing) ? refused() : CompletableFuture
				.completedFuture(GetQueueUrlResponse.builder().queueUrl(request.queueName()).build());
		}

		@Override
		public CompletableFuture<ReceiveMessageResponse> receiveMessage(ReceiveMessageRequest request) {
			String body = this.messages.get(request.queueUrl());
			return (body != null) ? CompletableFuture.completedFuture(ReceiveMessageResponse.builder()
				.messages(Message.builder().body(body).receiptHandle(request.queueUrl()).build())
				.build()) : new CompletableFuture<>();
		}

		@Override
		public CompletableFuture<DeleteMessageBatchResponse> deleteMessageBatch(DeleteMessageBatchRequest request) {
			if (fails(this.refusals)) {
				return refused();
			}
			request.entries().forEach((entry) -> this.messages.remove(entry.receiptHandle()));
			return CompletableFuture.completedFuture(DeleteMessageBatchResponse.builder().build());
		}

		private static boolean fails(AtomicInteger times) {
			return times.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
		}

		private static <T> CompletableFuture<T> refused() {
			return CompletableFuture.failedFuture(SqsException.builder().message("injected").build());
		}

		@Override
		public String serviceName() {
			return "sqs";
		}

		@Override
		public void close() {
			// Nothing is open.
		}

	}

}
