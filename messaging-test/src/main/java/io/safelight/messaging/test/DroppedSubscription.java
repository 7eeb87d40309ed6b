package io.safelight.messaging.test;

import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * A subscription that SNS delivers nothing to, without a word, until this is closed: its
 * filter admits nothing meanwhile. Other subscriptions of the topic are as they were.
 */
public final class DroppedSubscription implements AutoCloseable {

	private static final String NOTHING = "{\"detail-type\":[\"nothing-is-called-so\"]}";

	private final SnsClient sns;

	private final String arn;

	private final Map<String, String> attributes;

	private DroppedSubscription(SnsClient sns, String arn) {
		this.sns = sns;
		this.arn = arn;
		this.attributes = sns.getSubscriptionAttributes((request) -> request.subscriptionArn(arn)).attributes();
		filter(NOTHING);
	}

	/**
	 * Drops what a topic says to a queue.
	 * @param sns the client to do it with
	 * @param topic the topic's name
	 * @param queue the queue's name
	 * @return the subscription, to be closed
	 * @throws IllegalArgumentException if the queue is not subscribed
	 */
	public static DroppedSubscription of(SnsClient sns, String topic, String queue) {
		Map<String, String> kind = topic.endsWith(".fifo") ? Map.of("FifoTopic", "true") : Map.of();
		String topicArn = sns.createTopic((request) -> request.name(topic).attributes(kind)).topicArn();
		Optional<Subscription> found = sns.listSubscriptionsByTopicPaginator((request) -> request.topicArn(topicArn))
			.subscriptions()
			.stream()
			.filter((subscription) -> subscription.endpoint().endsWith(":" + queue))
			.findFirst();
		return new DroppedSubscription(sns,
				found.orElseThrow(() -> new IllegalArgumentException(queue + " does not listen to " + topic))
					.subscriptionArn());
	}

	@Override
	public void close() {
		filter(this.attributes.getOrDefault("FilterPolicy", "{}"));
	}

	private void filter(String policy) {
		this.sns.setSubscriptionAttributes(
				(request) -> request.subscriptionArn(this.arn).attributeName("FilterPolicy").attributeValue(policy));
	}

}
