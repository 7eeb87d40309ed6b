package io.safelight.cloud.sns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.safelight.cloud.Account;

/**
 * The operations on topics; each returns the content of its result element.
 */
final class TopicOperations {

	private final Topics topics;

	private final Subscriptions subscriptions;

	TopicOperations(Topics topics, Subscriptions subscriptions) {
		this.topics = topics;
		this.subscriptions = subscriptions;
	}

	String create(Form form, String region) {
		Topic topic = this.topics.create(region, form.required("Name"), form.map("Attributes.entry."), tagsOf(form));
		return Element.text("TopicArn", topic.arn());
	}

	String delete(Form form) {
		String arn = form.required("TopicArn");
		this.subscriptions.removeAll(arn);
		this.topics.delete(arn);
		return "";
	}

	String list(Form form) {
		return Element.page("Topics", this.topics.all(), form, (topic) -> Element.text("TopicArn", topic.arn()));
	}

	String attributes(Form form) {
		Topic topic = this.topics.get(form.required("TopicArn"));
		Map<String, String> attributes = new HashMap<>(Map.of("TopicArn", topic.arn(), "Owner", Account.ID,
				"DisplayName", "", "SubscriptionsPending", "0", "SubscriptionsDeleted", "0"));
		attributes.put("SubscriptionsConfirmed", String.valueOf(this.subscriptions.of(topic.arn()).size()));
		if (topic.fifo()) {
			attributes.put("ContentBasedDeduplication", "false");
		}
		attributes.putAll(topic.attributes());
		return Element.map("Attributes", attributes);
	}

	String setAttribute(Form form) {
		this.topics.setAttribute(form.required("TopicArn"), form.required("AttributeName"),
				form.text("AttributeValue"));
		return "";
	}

	String tag(Form form) {
		this.topics.changeTags(form.required("ResourceArn"), tagsOf(form), List.of());
		return "";
	}

	String untag(Form form) {
		this.topics.changeTags(form.required("ResourceArn"), Map.of(), form.list("TagKeys.member."));
		return "";
	}

	String tags(Form form) {
		return this.topics.get(form.required("ResourceArn"))
			.tags()
			.entrySet()
			.stream()
			.map((tag) -> "<member>" + Element.text("Key", tag.getKey()) + Element.text("Value", tag.getValue())
					+ "</member>")
			.collect(Collectors.joining("", "<Tags>", "</Tags>"));
	}

	private static Map<String, String> tagsOf(Form form) {
		return form.elements("Tags.member.")
			.stream()
			.collect(Collectors.toMap((tag) -> tag.text("Key"), (tag) -> tag.text("Value")));
	}

}
