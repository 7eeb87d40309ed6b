package io.safelight.cloud.sns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import io.safelight.cloud.AwsError;

/**
 * Brings messages to the queues of a topic's subscribers before the publisher gets its
 * answer, so that an accepted message is never lost. What a queue refuses goes to the
 * subscription's dead-letter queue or, without one, is dropped and counted.
 */
final class Delivery implements AutoCloseable {

	private static final int MOST_RAW_ATTRIBUTES = 10;

	private final Subscriptions subscriptions;

	private final Queues queues;

	private final Notification notification;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();

	Delivery(Subscriptions subscriptions, Queues queues, Notification notification) {
		this.subscriptions = subscriptions;
		this.queues = queues;
		this.notification = notification;
	}

	/**
	 * Delivers to everyone who wants the messages.
	 * @param topic where they were published
	 * @param messages at most ten messages
	 */
	void deliver(Topic topic, List<Message> messages) {
		List<Future<?>> deliveries = new ArrayList<>();
		for (Subscriber subscriber : this.subscriptions.subscribers(topic.arn())) {
			List<Message> wanted = subscriber.wanted(messages);
			if (!wanted.isEmpty()) {
				deliveries.add(this.threads.submit(() -> deliver(subscriber.subscription(), wanted)));
			}
		}
		deliveries.forEach(Delivery::await);
	}

	/**
	 * How many messages were dropped.
	 * @return the numbers by subscription
	 */
	Map<String, Long> dropped() {
		Map<String, Long> numbers = new TreeMap<>();
		this.dropped.forEach((subscription, number) -> numbers.put(subscription, number.sum()));
		return numbers;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.queues.close();
	}

	private void deliver(Subscription subscription, List<Message> messages) {
		List<Message> fitting = messages.stream().filter((message) -> fits(subscription, message)).toList();
		List<Message> refused = new ArrayList<>(messages);
		refused.removeAll(fitting);
		refused.addAll(send(subscription, subscription.endpoint(), fitting));
		if (!refused.isEmpty()) {
			bury(subscription, refused);
		}
	}

	private void bury(Subscription subscription, List<Message> messages) {
		List<Message> lost = subscription.deadLetterQueue()
			.map((queue) -> send(subscription, queue, messages))
			.orElse(messages);
		this.dropped.computeIfAbsent(subscription.arn(), (arn) -> new LongAdder()).add(lost.size());
	}

	private List<Message> send(Subscription subscription, String queue, List<Message> messages) {
		if (messages.isEmpty()) {
			return List.of();
		}
		List<Map<String, Object>> entries = messages.stream()
			.map((message) -> this.notification.entry(subscription, queue, message, fits(subscription, message)))
			.toList();
		return this.queues.send(queue, entries).stream().map(messages::get).toList();
	}

	// SQS takes ten attributes; with raw delivery all of SNS's become SQS's.
	private static boolean fits(Subscription subscription, Message message) {
		return !subscription.raw() || message.attributes().size() <= MOST_RAW_ATTRIBUTES;
	}

	private static void await(Future<?> delivery) {
		try {
			delivery.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof AwsError error) ? error
					: new AwsError(500, "InternalError", String.valueOf(ex.getCause()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AwsError(500, "InternalError", "Stopping");
		}
	}

}
