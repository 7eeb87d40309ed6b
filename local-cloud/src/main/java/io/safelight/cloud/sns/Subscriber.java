package io.safelight.cloud.sns;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription ready for messages.
 *
 * @param subscription the subscription
 * @param policy its filter policy, read
 */
record Subscriber(Subscription subscription, Optional<FilterPolicy> policy) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Subscriber of(Subscription subscription) {
		return new Subscriber(subscription, subscription.policy());
	}

	List<Message> wanted(List<Message> messages) {
		return this.policy.isEmpty() ? messages : messages.stream().filter(this::wants).toList();
	}

	private boolean wants(Message message) {
		FilterPolicy filter = this.policy.orElseThrow();
		return this.subscription.filtersBody() ? filter.matchesBody(message.body())
				: filter.matches(attributes(message));
	}

	// Binary attributes cannot be filtered by; a String.Array is as good as its elements.
	private static JsonNode attributes(Message message) {
		ObjectNode values = JSON.createObjectNode();
		message.attributes().forEach((name, attribute) -> {
			switch (attribute.type()) {
				case "String.Array" -> values.set(name, JSON.readTree(attribute.value()));
				case String type when type.startsWith("Number") ->
					values.set(name, values.numberNode(new BigDecimal(attribute.value())));
				case String type when type.startsWith("String") -> values.put(name, attribute.value());
				default -> {
				}
			}
		});
		return values;
	}

}
