package io.safelight.messaging.store;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record that was made a row already, so that its key and its size are known before it
 * is written.
 *
 * @param attributes the row
 */
record Row(ObjectNode attributes) {

	/** The most bytes that a character takes in UTF-8. */
	private static final long BYTES_OF_CHARACTER = 3;

	/** More than DynamoDB counts for any number, and for what holds values together. */
	private static final long BYTES_OF_VALUE = 24;

	Key key(Table table) {
		String partition = Objects.requireNonNull(text(table.partitionKey()),
				() -> "a row of " + table.name() + " needs '" + table.partitionKey() + "'");
		return new Key(partition, text(table.sortKey()));
	}

	private @Nullable String text(@Nullable String attribute) {
		return (attribute != null) ? this.attributes.path(attribute).asString(null) : null;
	}

	/** At least as many bytes as the row has in DynamoDB. */
	long mostBytes() {
		return mostBytes(this.attributes);
	}

	private static long mostBytes(JsonNode node) {
		long bytes = BYTES_OF_VALUE + (node.isString() ? BYTES_OF_CHARACTER * node.asString().length() : 0);
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			bytes += BYTES_OF_CHARACTER * property.getKey().length() + mostBytes(property.getValue());
		}
		if (node.isArray()) {
			for (JsonNode element : node) {
				bytes += mostBytes(element);
			}
		}
		return bytes;
	}

}
