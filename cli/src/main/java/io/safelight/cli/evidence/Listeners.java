package io.safelight.cli.evidence;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who listens to which type of message, as the subscriptions say.
 *
 * @param queues type to the queues that get it
 */
public record Listeners(Map<String, Set<String>> queues) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String QUEUES = "safelight-";

	public static Listeners of(SnsClient sns) {
		Map<String, Set<String>> queues = new TreeMap<>();
		for (Subscription subscription : sns.listSubscriptionsPaginator().subscriptions()) {
			String queue = subscription.endpoint().substring(subscription.endpoint().lastIndexOf(':') + 1);
			String policy = sns
				.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription.subscriptionArn()))
				.attributes()
				.get("FilterPolicy");
			if (queue.startsWith(QUEUES) && policy != null) {
				for (JsonNode type : JSON.readTree(policy).path("detail-type")) {
					queues.computeIfAbsent(type.asString(), (key) -> new TreeSet<>()).add(queue);
				}
			}
		}
		return new Listeners(queues);
	}

	public Set<String> queuesOf(String type) {
		return this.queues.getOrDefault(type, Set.of());
	}

	/** Type to the services that get it. */
	public Map<String, Set<String>> services() {
		Map<String, Set<String>> services = new TreeMap<>();
		this.queues
			.forEach((type, names) -> names.forEach((name) -> services.computeIfAbsent(type, (key) -> new TreeSet<>())
				.add(name.substring(QUEUES.length()).replaceFirst("\\.fifo$", ""))));
		return services;
	}

}
