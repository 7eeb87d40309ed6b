package io.safelight.messaging.topology;

import java.util.List;
import java.util.Map;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.sqs.QueueProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Creates what a service needs, where it is not there yet. Doing it twice, or from
 * several instances at once, is harmless. Only done when asked
 * ({@code safelight.provision=true}): in a real account this is the work of infra/.
 */
public final class TopologyProvisioner {

	private static final Logger log = LoggerFactory.getLogger(TopologyProvisioner.class);

	private final SnsClient sns;

	private final QueueProvisioner queues;

	private final TableProvisioner tables;

	private final BucketProvisioner buckets;

	public TopologyProvisioner(SnsClient sns, QueueProvisioner queues, TableProvisioner tables,
			BucketProvisioner buckets) {
		this.sns = sns;
		this.queues = queues;
		this.tables = tables;
		this.buckets = buckets;
	}

	/**
	 * Provisions a service. Topics that it listens to and others own are created too, as
	 * services start in any order.
	 */
	public void provision(Topology topology, MessageRoutes routes, QueueProperties queue) {
		topology.tables().forEach(this.tables::provision);
		topology.buckets().forEach(this.buckets::provision);
		topology.topics().forEach(this::topic);
		if (!routes.all().isEmpty()) {
			subscribe(routes, queue);
		}
		log.info("Provisioned {}: {} tables, {} buckets, {} topics, {} subscriptions", topology.service(),
				topology.tables().size(), topology.buckets().size(), topology.topics().size(),
				routes.typesByTopic().size());
	}

	private void subscribe(MessageRoutes routes, QueueProperties queue) {
		Map<String, List<String>> types = routes.typesByTopic();
		List<String> topicArns = types.keySet().stream().map(this::topic).toList();
		QueueProvisioner.Queue created = this.queues.provision(routes.queue(), topicArns, queue);
		types.forEach((topic, wanted) -> subscribe(topic(topic), created, wanted));
	}

	/**
	 * Raw delivery keeps the body as it was sent; the filter lets in what is routed and
	 * nothing else; what cannot be delivered goes to a dead-letter queue of the
	 * subscription, for without one SNS drops it.
	 */
	private void subscribe(String topicArn, QueueProvisioner.Queue queue, List<String> types) {
		String subscription = this.sns
			.subscribe((request) -> request.topicArn(topicArn)
				.protocol("sqs")
				.endpoint(queue.arn())
				.returnSubscriptionArn(true))
			.subscriptionArn();
		set(subscription, "RawMessageDelivery", "true");
		set(subscription, "FilterPolicy", PolicyJson.filterByType(types));
		set(subscription, "RedrivePolicy", PolicyJson.redriveTo(queue.undeliveredArn()));
	}

	private void set(String subscription, String name, String value) {
		this.sns.setSubscriptionAttributes(
				(request) -> request.subscriptionArn(subscription).attributeName(name).attributeValue(value));
	}

	private String topic(String name) {
		return this.sns.createTopic((request) -> request.name(name)).topicArn();
	}

}
