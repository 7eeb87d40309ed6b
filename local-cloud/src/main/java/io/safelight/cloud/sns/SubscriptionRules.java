package io.safelight.cloud.sns;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What SNS accepts as a subscription of a queue.
 */
final class SubscriptionRules {

	private static final Set<String> ATTRIBUTES = Set.of("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope",
			"RedrivePolicy", "DeliveryPolicy");

	private static final Pattern QUEUE = Pattern.compile("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+(\\.fifo)?");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private SubscriptionRules() {
	}

	static void checkEndpoint(Topic topic, String endpoint) {
		if (!QUEUE.matcher(endpoint).matches()) {
			throw SnsError.invalid("SQS endpoint ARN");
		}
		if (endpoint.endsWith(".fifo") && !topic.fifo()) {
			throw SnsError.invalid("Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
		}
	}

	static void checkName(String name) {
		if (!ATTRIBUTES.contains(name)) {
			throw SnsError.invalid("AttributeName");
		}
	}

	static void checkAttributes(Map<String, String> attributes) {
		for (String name : attributes.keySet()) {
			if (!ATTRIBUTES.contains(name)) {
				throw SnsError.invalid("Attributes Reason: Unknown attribute " + name);
			}
		}
		if (!attributes.getOrDefault("RawMessageDelivery", "false").matches("(?i)true|false")) {
			throw SnsError.invalid("Attributes Reason: RawMessageDelivery: Invalid value. Must be true or false.");
		}
		String scope = attributes.getOrDefault("FilterPolicyScope", "MessageAttributes");
		if (!scope.matches("MessageAttributes|MessageBody")) {
			throw SnsError.invalid("Attributes Reason: FilterPolicyScope: Invalid value [" + scope
					+ "]. Please use either MessageBody or MessageAttributes");
		}
		checkPolicy(attributes.get("FilterPolicy"), "MessageBody".equals(scope));
		checkRedrive(attributes.get("RedrivePolicy"));
	}

	private static void checkPolicy(@Nullable String policy, boolean body) {
		if (policy == null) {
			return;
		}
		try {
			FilterPolicy.parse(policy, body);
		}
		catch (InvalidPolicyException ex) {
			throw SnsError.invalid("FilterPolicy: " + ex.reason());
		}
	}

	private static void checkRedrive(@Nullable String policy) {
		if (policy == null) {
			return;
		}
		try {
			String queue = JSON.readTree(policy).path("deadLetterTargetArn").asString("");
			if (QUEUE.matcher(queue).matches()) {
				return;
			}
		}
		catch (JacksonException ex) {
			// refused below
		}
		throw SnsError.invalid("RedrivePolicy: deadLetterTargetArn is not the ARN of a queue");
	}

}
