package io.safelight.cloud.sqs;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.safelight.cloud.AwsError;
import io.safelight.cloud.Request;

/**
 * What SQS refuses and ElasticMQ accepts: 262,144 bytes of bodies and attributes in a
 * request and ten attributes to a message. The limits of a batch are here too, so that
 * they carry AWS's codes.
 */
final class SendLimits {

	static final int LARGEST = 262_144;

	private static final int MOST_ATTRIBUTES = 10;

	private static final int MOST_ENTRIES = 10;

	private final JsonMapper json = JsonMapper.builder().build();

	/**
	 * Checks a request of the JSON protocol.
	 * @param request any SQS request
	 * @throws AwsError when it exceeds a limit
	 */
	void check(Request request) {
		switch (request.operation()) {
			case "SendMessage" -> checkMessage(read(request));
			case "SendMessageBatch" -> checkBatch(read(request), true);
			case "DeleteMessageBatch", "ChangeMessageVisibilityBatch" -> checkBatch(read(request), false);
			default -> {
			}
		}
	}

	private void checkMessage(JsonNode message) {
		checkAttributes(message);
		if (size(message) > LARGEST) {
			throw new AwsError(400, "InvalidParameterValue",
					"One or more parameters are invalid. Reason: Message must be shorter than " + LARGEST + " bytes.");
		}
	}

	private void checkBatch(JsonNode request, boolean messages) {
		JsonNode entries = request.path("Entries");
		if (entries.isEmpty()) {
			throw new AwsError(400, "EmptyBatchRequest", "There should be at least one entry in the request.");
		}
		if (entries.size() > MOST_ENTRIES) {
			throw new AwsError(400, "TooManyEntriesInBatchRequest",
					"Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
		}
		checkIds(entries);
		if (messages) {
			checkMessages(entries);
		}
	}

	private static void checkIds(JsonNode entries) {
		Set<String> ids = new HashSet<>();
		for (JsonNode entry : entries) {
			if (!ids.add(entry.path("Id").asString(""))) {
				throw new AwsError(400, "BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id.");
			}
		}
	}

	private static void checkMessages(JsonNode entries) {
		long total = 0;
		for (JsonNode entry : entries) {
			checkAttributes(entry);
			total += size(entry);
		}
		if (total > LARGEST) {
			throw new AwsError(400, "BatchRequestTooLong",
					"Batch requests cannot be longer than " + LARGEST + " bytes. You have sent " + total + " bytes.");
		}
	}

	private static void checkAttributes(JsonNode message) {
		int count = message.path("MessageAttributes").size();
		if (count > MOST_ATTRIBUTES) {
			throw new AwsError(400, "InvalidParameterValue",
					"Number of message attributes [" + count + "] exceeds the allowed maximum [10].");
		}
	}

	private static long size(JsonNode message) {
		long size = bytes(message.path("MessageBody"));
		for (var attribute : message.path("MessageAttributes").properties()) {
			size += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
			size += bytes(attribute.getValue().path("DataType")) + bytes(attribute.getValue().path("StringValue"));
			size += attribute.getValue().path("BinaryValue").asString("").length() * 3L / 4;
		}
		return size;
	}

	private static long bytes(JsonNode text) {
		return text.asString("").getBytes(StandardCharsets.UTF_8).length;
	}

	private JsonNode read(Request request) {
		try {
			return this.json.readTree(request.body());
		}
		catch (JacksonException ex) {
			throw new AwsError(400, "SerializationException", "The body is not JSON.");
		}
	}

}
