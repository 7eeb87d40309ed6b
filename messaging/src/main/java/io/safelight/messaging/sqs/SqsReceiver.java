package io.safelight.messaging.sqs;

import java.time.Duration;
import java.util.Objects;

import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import io.awspring.cloud.sqs.listener.errorhandler.ExponentialBackoffErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.Jitter;
import io.safelight.messaging.Cause;
import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.TraceContext;
import io.safelight.messaging.inbox.Handling;
import io.safelight.messaging.inbox.OnceOnlyHandler;
import io.safelight.messaging.observability.MessagingMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Reads a service's queue on virtual threads and acknowledges a message only after its
 * commit. A failure makes it visible again after a growing delay.
 *
 * <p>
 * Acknowledgements are sent one by one and at once: the batching acknowledger calls a
 * message done when its deletion is only queued, and drops it when that queue is full.
 */
public final class SqsReceiver implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SqsReceiver.class);

	private final SqsMessageListenerContainer<String> container;

	private final OnceOnlyHandler handler;

	private final MessagingMetrics metrics;

	public SqsReceiver(SqsAsyncClient sqs, MessageRoutes routes, OnceOnlyHandler handler, QueueProperties properties,
			MessagingMetrics metrics) {
		this.handler = handler;
		this.metrics = metrics;
		this.container = SqsMessageListenerContainer.<String>builder()
			.id(routes.queue())
			.sqsAsyncClient(sqs)
			.queueNames(routes.queue())
			.configure((options) -> options.maxConcurrentMessages(properties.concurrency())
				.maxMessagesPerPoll(properties.perPoll())
				.messageVisibility(properties.visibility())
				.pollTimeout(properties.receiveWait())
				.maxDelayBetweenPolls(Duration.ofSeconds(1))
				.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
				.acknowledgementMode(AcknowledgementMode.ON_SUCCESS)
				.acknowledgementInterval(Duration.ZERO)
				.acknowledgementThreshold(0)
				.listenerShutdownTimeout(properties.shutdown())
				.acknowledgementShutdownTimeout(Duration.ofSeconds(10))
				.componentsTaskExecutor(virtualThreads(routes.queue())))
			.messageListener(this::receive)
			.errorHandler(ExponentialBackoffErrorHandler.<String>builder()
				.initialVisibilityTimeoutSeconds((int) properties.firstBackoff().toSeconds())
				.maxVisibilityTimeoutSeconds((int) properties.maxBackoff().toSeconds())
				.multiplier(2)
				.jitter(Jitter.FULL)
				.build())
			.build();
	}

	private static SimpleAsyncTaskExecutor virtualThreads(String queue) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(queue + "-");
		executor.setVirtualThreads(true);
		return executor;
	}

	private void receive(org.springframework.messaging.Message<String> message) {
		Message source = (Message) Objects.requireNonNull(message.getHeaders().get(SqsHeaders.SQS_SOURCE_DATA_HEADER));
		int receiveCount = receiveCount(source);
		try (MDC.MDCCloseable trace = MDC.putCloseable(Cause.TRACEPARENT, traceparent(source));
				MDC.MDCCloseable traceId = MDC.putCloseable("traceId", TraceContext.traceId(traceparent(source)))) {
			Handling handling = this.handler.handle(message.getPayload(), receiveCount);
			this.metrics.handled(type(source), handling, age(source));
		}
		catch (Exception ex) {
			this.metrics.failed(type(source));
			log.warn("{} comes again (received {} times): {}", type(source), receiveCount, ex.toString());
			throw (ex instanceof RuntimeException runtime) ? runtime : new IllegalStateException(ex);
		}
	}

	private static int receiveCount(Message source) {
		return Integer
			.parseInt(source.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
	}

	private Duration age(Message source) {
		String sent = source.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
		return (sent != null) ? this.metrics.since(Long.parseLong(sent)) : Duration.ZERO;
	}

	private static String traceparent(Message source) {
		return TraceContext.childOf(attribute(source, "traceparent"));
	}

	private static String type(Message source) {
		return attribute(source, "detail-type");
	}

	private static String attribute(Message source, String name) {
		MessageAttributeValue value = source.messageAttributes().get(name);
		return (value != null && value.stringValue() != null) ? value.stringValue() : "unknown";
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
