package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.QueueName;
import io.safelight.messaging.inbox.Handling;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.observability.MessagingMetrics;
import io.safelight.messaging.observability.ReceiverMetrics;
import io.safelight.messaging.outbox.TracedSender;
import io.safelight.messaging.trace.Tracing;
import io.safelight.messaging.trace.Tracing.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Reads a service's queue on virtual threads and acknowledges a message only after its
 * commit. While a message is handled, it is kept hidden from others; a failure makes it
 * visible again after a growing delay; with the last failure it is parked, reason and
 * all, before SQS would make it a dead letter without one.
 *
 * <p>
 * The container does not acknowledge: its batching acknowledger calls a message done when
 * its deletion is only queued, and drops it when that queue is full.
 */
public final class SqsReceiver implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SqsReceiver.class);

	/** How long SQS may take to hide a message that failed. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final SqsMessageListenerContainer<String> container;

	private final OnceOnlyHandler handler;

	private final Visibility visibility;

	private final Acknowledgements acknowledgements;

	private final HeartbeatRhythm rhythm;

	private final Backoff backoff;

	private final int maxReceives;

	private final MessagingMetrics metrics;

	private final ReceiverMetrics receiverMetrics;

	private final Tracing tracing;

	private final String queue;

	public SqsReceiver(SqsAsyncClient sqs, MessageRoutes routes, OnceOnlyHandler handler, QueueProperties properties,
			MessagingMetrics metrics, ReceiverMetrics receiverMetrics, Tracing tracing) {
		this.handler = handler;
		this.tracing = tracing;
		this.queue = routes.queue();
		QueueUrls urls = new QueueUrls(sqs);
		this.visibility = new SqsVisibility(sqs, urls, routes.queue());
		this.acknowledgements = new Acknowledgements(sqs, urls, routes.queue());
		this.rhythm = HeartbeatRhythm.of(properties.visibility());
		this.backoff = new Backoff(properties.firstBackoff(), properties.maxBackoff());
		this.maxReceives = properties.maxReceives();
		this.metrics = metrics;
		this.receiverMetrics = receiverMetrics;
		this.container = SqsMessageListenerContainer.<String>builder()
			.id(routes.queue())
			.sqsAsyncClient(sqs)
			.queueNames(routes.queue())
			.configure((options) -> options.maxConcurrentMessages(properties.concurrency())
				.maxMessagesPerPoll(perPoll(routes, properties))
				.messageVisibility(properties.visibility())
				.pollTimeout(properties.receiveWait())
				.maxDelayBetweenPolls(Duration.ofSeconds(1))
				.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
				.acknowledgementMode(AcknowledgementMode.MANUAL)
				.listenerShutdownTimeout(properties.shutdown())
				.componentsTaskExecutor(virtualThreads(routes.queue())))
			.messageListener(this::receive)
			.build();
	}

	/**
	 * A queue in sequence is asked for one message at a time: with several of one group,
	 * those behind one that fails would be counted as received without being tried, until
	 * they go to the dead-letter queue in its company.
	 */
	private static int perPoll(MessageRoutes routes, QueueProperties properties) {
		return new QueueName(routes.queue()).inSequence() ? 1 : properties.perPoll();
	}

	private static SimpleAsyncTaskExecutor virtualThreads(String queue) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(queue + "-");
		executor.setVirtualThreads(true);
		return executor;
	}

	private void receive(org.springframework.messaging.Message<String> message) {
		Delivery delivery = new Delivery(
				(Message) Objects.requireNonNull(message.getHeaders().get(SqsHeaders.SQS_SOURCE_DATA_HEADER)));
		boolean late = delivery.isReplay() || age(delivery).compareTo(TracedSender.LATE) > 0;
		try (Span span = this.tracing.handling(delivery.traced(late), this.queue)) {
			receive(delivery, span);
		}
	}

	private void receive(Delivery delivery, Span span) {
		try {
			Handling handling = handle(delivery);
			this.metrics.handled(delivery.type(), handling, age(delivery));
			this.acknowledgements.acknowledge(delivery.receiptHandle());
		}
		catch (DeliveryFailedException ex) {
			span.failed(String.valueOf(ex.getCause()));
			throw ex;
		}
	}

	private Handling handle(Delivery delivery) {
		Heartbeat heartbeat = Heartbeat.start(this.visibility, this.rhythm, delivery.receiptHandle(),
				this.receiverMetrics::heartbeatFailed);
		try (heartbeat) {
			return this.handler.handle(delivery.body(), delivery.receiveCount());
		}
		catch (Exception ex) {
			return heartbeat.hasLost() ? lost(delivery, ex) : failed(delivery, ex);
		}
	}

	/** Somebody else has it: its visibility is theirs, and it comes again by itself. */
	private Handling lost(Delivery delivery, Exception ex) {
		this.receiverMetrics.lost();
		this.metrics.failed(delivery.type());
		log.warn("{} was given up, as it could not be kept from others: {}", delivery.type(), ex.toString());
		throw new DeliveryFailedException(ex);
	}

	private Handling failed(Delivery delivery, Exception ex) {
		if (delivery.receiveCount() >= this.maxReceives) {
			return this.handler.giveUp(delivery.body(), delivery.receiveCount(), ex);
		}
		this.metrics.failed(delivery.type());
		log.warn("{} comes again (received {} times): {}", delivery.type(), delivery.receiveCount(), ex.toString());
		hide(delivery);
		throw new DeliveryFailedException(ex);
	}

	/** Otherwise it would come again when its visibility ends, which is late but safe. */
	private void hide(Delivery delivery) {
		try {
			this.visibility.hide(delivery.receiptHandle(),
					this.backoff.delay(delivery.receiveCount(), ThreadLocalRandom.current()), PATIENCE);
		}
		catch (RuntimeException ex) {
			log.warn("{} comes again when its visibility ends: {}", delivery.type(), ex.toString());
		}
	}

	private Duration age(Delivery delivery) {
		return delivery.sentAt().isPresent() ? this.metrics.since(delivery.sentAt().getAsLong()) : Duration.ZERO;
	}

	@Override
	public void start() {
		this.container.start();
	}

	@Override
	public void stop() {
		this.container.stop();
	}

	@Override
	public boolean isRunning() {
		return this.container.isRunning();
	}

	/** Starts last and stops first: a handler may use everything else. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
