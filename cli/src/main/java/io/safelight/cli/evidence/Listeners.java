package io.safelight.cli.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.safelight.audit.Evidence;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who listens to what, as the subscriptions say.
 *
 * @param all each subscription of a queue
 */
public record Listeners(List<Listener> all) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String QUEUES = "safelight-";

	public static Listeners of(SnsClient sns) {
		List<Listener> listeners = new ArrayList<>();
		for (Subscription subscription : sns.listSubscriptionsPaginator().subscriptions()) {
			String queue = lastPart(subscription.endpoint());
			if (queue.startsWith(QUEUES)) {
				listeners.add(new Listener(lastPart(subscription.topicArn()), queue, types(sns, subscription)));
			}
		}
		return new Listeners(List.copyOf(listeners));
	}

	private static Set<String> types(SnsClient sns, Subscription subscription) {
		String policy = sns
			.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription.subscriptionArn()))
			.attributes()
			.getOrDefault("FilterPolicy", "{}");
		Set<String> types = new TreeSet<>();
		JSON.readTree(policy)
			.path("detail-type")
			.forEach((JsonNode type) -> types.add(type.isString() ? type.asString() : type.path("prefix").asString()));
		return types;
	}

	private static String lastPart(String arn) {
		return arn.substring(arn.lastIndexOf(':') + 1);
	}

	/** The queues that get messages of a type from a topic. */
	public List<String> queuesOf(String topic, String type) {
		return this.all.stream()
			.filter((listener) -> listener.topic().equals(topic) && listener.evidence().gets(type))
			.map(Listener::queue)
			.toList();
	}

	List<Evidence.Subscription> subscriptions() {
		return this.all.stream().map(Listener::evidence).toList();
	}

	/**
	 * A queue that listens.
	 *
	 * @param topic to what is said there
	 * @param queue its name
	 * @param types the types of messages that it gets
	 */
	public record Listener(String topic, String queue, Set<String> types) {

		Evidence.Subscription evidence() {
			return new Evidence.Subscription(this.topic, service(), this.types);
		}

		String service() {
			return this.queue.substring(QUEUES.length()).replaceFirst("\\.fifo$", "");
		}

	}

}
