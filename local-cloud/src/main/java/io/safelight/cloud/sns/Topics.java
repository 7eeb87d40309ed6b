package io.safelight.cloud.sns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.safelight.cloud.Account;
import io.safelight.cloud.AwsError;
import io.safelight.cloud.DurableMap;

/**
 * The topics of the account. Safe for many threads.
 */
final class Topics {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo");

	private static final Set<String> ATTRIBUTES = Set.of("DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId",
			"FifoTopic", "ContentBasedDeduplication", "TracingConfig", "SignatureVersion", "ArchivePolicy",
			"FifoThroughputScope");

	private static final Set<String> BOOLEANS = Set.of("FifoTopic", "ContentBasedDeduplication");

	private final DurableMap<Topic> topics;

	Topics(DurableMap<Topic> topics) {
		this.topics = topics;
	}

	/**
	 * Creates a topic, or finds the one with that name.
	 * @param region part of its ARN
	 * @param name its name
	 * @param attributes what is to be set
	 * @param tags its tags
	 * @return the topic
	 */
	Topic create(String region, String name, Map<String, String> attributes, Map<String, String> tags) {
		check(name, attributes);
		String arn = "arn:aws:sns:" + region + ":" + Account.ID + ":" + name;
		Topic created = this.topics.compute(arn, (existing) -> {
			if (existing == null) {
				return new Topic(arn, attributes, tags);
			}
			if (!existing.attributes().entrySet().containsAll(attributes.entrySet())) {
				throw SnsError.invalid("Attributes Reason: Topic already exists with different attributes");
			}
			return existing;
		});
		return (created != null) ? created : get(arn);
	}

	Topic get(String arn) {
		return this.topics.get(arn).orElseThrow(() -> SnsError.notFound("Topic does not exist"));
	}

	List<Topic> all() {
		return this.topics.values();
	}

	void delete(String arn) {
		this.topics.remove(arn);
	}

	void setAttribute(String arn, String name, String value) {
		if (!ATTRIBUTES.contains(name) || "FifoTopic".equals(name)) {
			throw SnsError.invalid("AttributeName");
		}
		this.topics.compute(arn, (topic) -> {
			if (topic == null) {
				throw SnsError.notFound("Topic does not exist");
			}
			Map<String, String> changed = new HashMap<>(topic.attributes());
			changed.put(name, value);
			return topic.withAttributes(changed);
		});
	}

	void changeTags(String arn, Map<String, String> added, List<String> removed) {
		this.topics.compute(arn, (topic) -> {
			if (topic == null) {
				throw new AwsError(404, "ResourceNotFound", "Resource does not exist");
			}
			Map<String, String> changed = new HashMap<>(topic.tags());
			changed.putAll(added);
			removed.forEach(changed::remove);
			return topic.withTags(changed);
		});
	}

	private static void check(String name, Map<String, String> attributes) {
		if (!NAME.matcher(name).matches()) {
			throw SnsError.invalid("Topic Name");
		}
		attributes.forEach((attribute, value) -> {
			if (!ATTRIBUTES.contains(attribute)) {
				throw SnsError.invalid("Attributes Reason: Unknown attribute " + attribute);
			}
			if (BOOLEANS.contains(attribute) && !value.matches("true|false")) {
				throw SnsError.invalid("Attributes Reason: " + attribute + " must be true or false");
			}
		});
		boolean fifo = "true".equals(attributes.get("FifoTopic"));
		if (fifo != name.endsWith(".fifo")) {
			throw SnsError.invalid("Topic Name Reason: FIFO topics have the attribute FifoTopic=true and a name that "
					+ "ends with .fifo");
		}
	}

}
