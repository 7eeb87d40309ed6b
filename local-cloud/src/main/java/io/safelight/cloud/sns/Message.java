package io.safelight.cloud.sns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message as it was published.
 *
 * @param id given by SNS
 * @param time of publishing
 * @param subject a line of text, if given
 * @param body the text
 * @param attributes its attributes in their order
 * @param groupId the group of a FIFO message
 * @param deduplicationId what tells a repeated FIFO message
 * @param sequenceNumber of a FIFO message
 */
record Message(String id, Instant time, Optional<String> subject, String body, Map<String, Attribute> attributes,
		Optional<String> groupId, Optional<String> deduplicationId, Optional<String> sequenceNumber) {

	/**
	 * What counts towards the limit.
	 * @return bytes of the body and of all names, types and values of attributes
	 */
	long size() {
		long size = bytes(this.body);
		for (Map.Entry<String, Attribute> entry : this.attributes.entrySet()) {
			size += bytes(entry.getKey()) + bytes(entry.getValue().type()) + entry.getValue().size();
		}
		return size;
	}

	Message deduplicated(String id, String sequenceNumber) {
		return new Message(this.id, this.time, this.subject, this.body, this.attributes, this.groupId, Optional.of(id),
				Optional.of(sequenceNumber));
	}

	static long bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * An attribute.
	 *
	 * @param type {@code String}, {@code String.Array}, {@code Number} or {@code Binary}
	 * @param value the text; of binary values their Base64
	 */
	record Attribute(String type, String value) {

		boolean binary() {
			return this.type.startsWith("Binary");
		}

		long size() {
			return binary() ? this.value.length() * 3L / 4 : bytes(this.value);
		}

	}

}
