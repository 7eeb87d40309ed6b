package io.safelight.cloud.sns;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/**
 * A subscription of a queue as it is stored.
 *
 * @param arn its name in full, beginning with that of its topic
 * @param topicArn the topic
 * @param endpoint the ARN of the queue
 * @param attributes what was set, by AWS's names
 */
record Subscription(String arn, String topicArn, String endpoint, Map<String, String> attributes) {

	static final String PROTOCOL = "sqs";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	boolean raw() {
		return "true".equalsIgnoreCase(this.attributes.get("RawMessageDelivery"));
	}

	boolean filtersBody() {
		return "MessageBody".equals(this.attributes.get("FilterPolicyScope"));
	}

	Optional<FilterPolicy> policy() {
		return Optional.ofNullable(this.attributes.get("FilterPolicy"))
			.map((text) -> FilterPolicy.parse(text, filtersBody()));
	}

	Optional<String> deadLetterQueue() {
		return Optional.ofNullable(this.attributes.get("RedrivePolicy"))
			.map((text) -> JSON.readTree(text).path("deadLetterTargetArn").asString(""));
	}

	Subscription withAttributes(Map<String, String> changed) {
		return new Subscription(this.arn, this.topicArn, this.endpoint, changed);
	}

}
