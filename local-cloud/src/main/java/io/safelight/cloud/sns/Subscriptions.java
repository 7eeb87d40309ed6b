package io.safelight.cloud.sns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.safelight.cloud.DurableMap;

/**
 * The subscriptions of the account, by topic. Safe for many threads.
 */
final class Subscriptions {

	private final DurableMap<Subscription> subscriptions;

	// Parsed once for many messages.
	private final Map<String, List<Subscriber>> byTopic = new ConcurrentHashMap<>();

	Subscriptions(DurableMap<Subscription> subscriptions) {
		this.subscriptions = subscriptions;
	}

	/**
	 * Subscribes a queue, or finds its subscription.
	 * @param topic what is subscribed to
	 * @param endpoint the ARN of the queue
	 * @param attributes what is to be set
	 * @return the subscription
	 */
	synchronized Subscription subscribe(Topic topic, String endpoint, Map<String, String> attributes) {
		SubscriptionRules.checkEndpoint(topic, endpoint);
		SubscriptionRules.checkAttributes(attributes);
		Optional<Subscription> existing = of(topic.arn()).stream()
			.filter((subscription) -> subscription.endpoint().equals(endpoint))
			.findFirst();
		if (existing.isPresent()) {
			if (!existing.get().attributes().entrySet().containsAll(attributes.entrySet())) {
				throw SnsError.invalid("Attributes Reason: Subscription already exists with different attributes");
			}
			return existing.get();
		}
		Subscription created = new Subscription(topic.arn() + ":" + UUID.randomUUID(), topic.arn(), endpoint,
				attributes);
		put(created);
		return created;
	}

	Subscription get(String arn) {
		return this.subscriptions.get(arn).orElseThrow(() -> SnsError.notFound("Subscription does not exist"));
	}

	List<Subscription> all() {
		return this.subscriptions.values();
	}

	List<Subscription> of(String topicArn) {
		return this.subscriptions.valuesUnder(topicArn + ":");
	}

	/**
	 * Who gets the messages of a topic.
	 * @param topicArn the topic
	 * @return its subscribers
	 */
	List<Subscriber> subscribers(String topicArn) {
		return this.byTopic.computeIfAbsent(topicArn, (arn) -> of(arn).stream().map(Subscriber::of).toList());
	}

	/**
	 * Sets or removes an attribute.
	 * @param arn the subscription
	 * @param name the attribute
	 * @param value its value; empty to remove it
	 */
	synchronized void setAttribute(String arn, String name, String value) {
		Subscription subscription = get(arn);
		Map<String, String> changed = new HashMap<>(subscription.attributes());
		if (value.isEmpty() || "{}".equals(value)) {
			changed.remove(name);
		}
		else {
			changed.put(name, value);
		}
		SubscriptionRules.checkName(name);
		SubscriptionRules.checkAttributes(changed);
		put(subscription.withAttributes(changed));
	}

	synchronized void unsubscribe(String arn) {
		this.subscriptions.get(arn).ifPresent(this::remove);
	}

	synchronized void removeAll(String topicArn) {
		of(topicArn).forEach(this::remove);
	}

	private void put(Subscription subscription) {
		this.subscriptions.put(subscription.arn(), subscription);
		this.byTopic.remove(subscription.topicArn());
	}

	private void remove(Subscription subscription) {
		this.subscriptions.remove(subscription.arn());
		this.byTopic.remove(subscription.topicArn());
	}

}
