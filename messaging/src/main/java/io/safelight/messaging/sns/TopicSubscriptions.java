package io.safelight.messaging.sns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.safelight.messaging.reconcile.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks SNS who listens. Queues of others ({@code safelight-} is ours) are left alone, and
 * so is a subscription whose filter looks at more than the type: what it lets through
 * cannot be told from a message's type. Thread-safe.
 */
public final class TopicSubscriptions implements Subscriptions {

	private static final Logger log = LoggerFactory.getLogger(TopicSubscriptions.class);

	private static final String OURS = "safelight-";

	private static final String TYPE = "detail-type";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final SnsClient sns;

	private final TopicArns arns;

	public TopicSubscriptions(SnsClient sns, TopicArns arns) {
		this.sns = sns;
		this.arns = arns;
	}

	@Override
	public List<Subscriber> of(String topic) {
		List<Subscriber> subscribers = new ArrayList<>();
		this.sns.listSubscriptionsByTopicPaginator((request) -> request.topicArn(this.arns.arn(topic)))
			.subscriptions()
			.stream()
			.filter((subscription) -> "sqs".equals(subscription.protocol()))
			.filter((subscription) -> queue(subscription).startsWith(OURS))
			.forEach((subscription) -> subscriber(subscription).ifPresent(subscribers::add));
		return subscribers;
	}

	private Optional<Subscriber> subscriber(Subscription subscription) {
		Map<String, String> attributes = this.sns
			.getSubscriptionAttributes((request) -> request.subscriptionArn(subscription.subscriptionArn()))
			.attributes();
		boolean byAttributes = !"MessageBody".equals(attributes.get("FilterPolicyScope"));
		String policy = attributes.get("FilterPolicy");
		if (policy == null || policy.isBlank()) {
			return Optional.of(new Subscriber(queue(subscription), null));
		}
		Set<String> types = byAttributes ? types(JSON.readTree(policy)) : null;
		if (types == null) {
			log.debug("{} filters by more than the type: {}", subscription.subscriptionArn(), policy);
			return Optional.empty();
		}
		return Optional.of(new Subscriber(queue(subscription), types));
	}

	/** The types of a filter that looks at nothing else; null for any other filter. */
	static @Nullable Set<String> types(JsonNode policy) {
		Set<String> types = new TreeSet<>();
		policy.path(TYPE).forEach((type) -> types.add(type.isString() ? type.asString() : anyVersion(type)));
		return (policy.size() == 1 && !types.isEmpty() && !types.contains("")) ? types : null;
	}

	/** As our own filters have it; empty for any other condition. */
	private static String anyVersion(JsonNode condition) {
		String prefix = condition.path("prefix").asString("");
		return (condition.size() == 1 && prefix.endsWith(".v")) ? prefix : "";
	}

	private static String queue(Subscription subscription) {
		return subscription.endpoint().substring(subscription.endpoint().lastIndexOf(':') + 1);
	}

}
