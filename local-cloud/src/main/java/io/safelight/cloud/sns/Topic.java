package io.safelight.cloud.sns;

import java.util.Map;

/**
 * A topic as it is stored.
 *
 * @param arn its name in full
 * @param attributes what was set, by AWS's names
 * @param tags its tags
 */
record Topic(String arn, Map<String, String> attributes, Map<String, String> tags) {

	boolean fifo() {
		return this.arn.endsWith(".fifo");
	}

	boolean deduplicatesByContent() {
		return "true".equals(this.attributes.get("ContentBasedDeduplication"));
	}

	Topic withAttributes(Map<String, String> changed) {
		return new Topic(this.arn, changed, this.tags);
	}

	Topic withTags(Map<String, String> changed) {
		return new Topic(this.arn, this.attributes, changed);
	}

}
