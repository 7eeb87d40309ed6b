package io.safelight.messaging.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.safelight.messaging.MessageRoutes;
import io.safelight.messaging.QueueName;
import io.safelight.messaging.sqs.QueueProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;

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
		Map<String, List<String>> typesByArn = new LinkedHashMap<>();
		routes.versionsByTopic().forEach((topic, versions) -> typesByArn.put(topic(topic), versions));
		QueueProvisioner.Queue created = this.queues.provision(new QueueName(routes.queue()),
				List.copyOf(typesByArn.keySet()), queue);
		typesByArn.forEach((topicArn, types) -> subscribe(topicArn, created, types));
	}

	/**
	 * Raw delivery keeps the body as it was sent; the filter lets in every version of
	 * what is routed and nothing else; what cannot be delivered goes to a dead-letter
	 * queue of the subscription, for without one SNS drops it. All of it is said with the
	 * subscription itself: a message that came in between would come wrapped and
	 * unfiltered. Only a subscription that is there with other attributes is changed
	 * afterwards.
	 */
	private void subscribe(String topicArn, QueueProvisioner.Queue queue, List<String> types) {
		Map<String, String> attributes = Map.of("RawMessageDelivery", "true", "FilterPolicy",
				PolicyJson.filterByType(types), "RedrivePolicy", PolicyJson.redriveTo(queue.undeliveredArn()));
		try {
			subscribe(topicArn, queue, attributes);
		}
		catch (InvalidParameterException ex) {
			String subscription = subscribe(topicArn, queue, Map.of());
			attributes.forEach((name, value) -> this.sns.setSubscriptionAttributes(
					(request) -> request.subscriptionArn(subscription).attributeName(name).attributeValue(value)));
		}
	}

	private String subscribe(String topicArn, QueueProvisioner.Queue queue, Map<String, String> attributes) {
		return this.sns
			.subscribe((request) -> request.topicArn(topicArn)
				.protocol("sqs")
				.endpoint(queue.arn())
				.attributes(attributes)
				.returnSubscriptionArn(true))
			.subscriptionArn();
	}

	private String topic(String name) {
		Map<String, String> attributes = new QueueName(name).inSequence()
				? Map.of("FifoTopic", "true", "ContentBasedDeduplication", "false") : Map.of();
		return this.sns.createTopic((request) -> request.name(name).attributes(attributes)).topicArn();
	}

}
