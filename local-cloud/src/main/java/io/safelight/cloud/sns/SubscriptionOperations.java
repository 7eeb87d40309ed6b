package io.safelight.cloud.sns;

import java.util.HashMap;
import java.util.Map;

import io.safelight.cloud.Account;

/**
 * The operations on subscriptions; each returns the content of its result element.
 */
final class SubscriptionOperations {

	private final Topics topics;

	private final Subscriptions subscriptions;

	SubscriptionOperations(Topics topics, Subscriptions subscriptions) {
		this.topics = topics;
		this.subscriptions = subscriptions;
	}

	String subscribe(Form form) {
		Topic topic = this.topics.get(form.required("TopicArn"));
		if (!Subscription.PROTOCOL.equals(form.required("Protocol"))) {
			throw SnsError.invalid("Protocol Reason: only sqs is emulated");
		}
		Subscription subscription = this.subscriptions.subscribe(topic, form.required("Endpoint"),
				form.map("Attributes.entry."));
		return Element.text("SubscriptionArn", subscription.arn());
	}

	String unsubscribe(Form form) {
		this.subscriptions.unsubscribe(form.required("SubscriptionArn"));
		return "";
	}

	String attributes(Form form) {
		Subscription subscription = this.subscriptions.get(form.required("SubscriptionArn"));
		Map<String, String> attributes = new HashMap<>(Map.of("SubscriptionArn", subscription.arn(), "TopicArn",
				subscription.topicArn(), "Protocol", Subscription.PROTOCOL, "Endpoint", subscription.endpoint(),
				"Owner", Account.ID, "ConfirmationWasAuthenticated", "true", "PendingConfirmation", "false",
				"RawMessageDelivery", "false"));
		if (subscription.attributes().containsKey("FilterPolicy")) {
			attributes.put("FilterPolicyScope", "MessageAttributes");
		}
		attributes.putAll(subscription.attributes());
		return Element.map("Attributes", attributes);
	}

	String setAttribute(Form form) {
		this.subscriptions.setAttribute(form.required("SubscriptionArn"), form.required("AttributeName"),
				form.text("AttributeValue"));
		return "";
	}

	String list(Form form) {
		return Element.page("Subscriptions", this.subscriptions.all(), form, SubscriptionOperations::member);
	}

	String listByTopic(Form form) {
		Topic topic = this.topics.get(form.required("TopicArn"));
		return Element.page("Subscriptions", this.subscriptions.of(topic.arn()), form, SubscriptionOperations::member);
	}

	private static String member(Subscription subscription) {
		return Element.text("TopicArn", subscription.topicArn()) + Element.text("Protocol", Subscription.PROTOCOL)
				+ Element.text("SubscriptionArn", subscription.arn()) + Element.text("Owner", Account.ID)
				+ Element.text("Endpoint", subscription.endpoint());
	}

}
