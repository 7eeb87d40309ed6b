package io.safelight.messaging.sqs;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies in a dead-letter queue: the message as its consumer would have got it, or
 * wrapped in a notification of SNS, which is how SNS keeps what it could not deliver raw
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html).
 */
final class DeadLetter {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private DeadLetter() {
	}

	/**
	 * The message itself.
	 * @param text a body of a dead-letter queue
	 */
	static String message(String text) {
		try {
			JsonNode json = JSON.readTree(text);
			return isNotification(json) ? json.path("Message").asString() : text;
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	private static boolean isNotification(JsonNode json) {
		return json.path("Type").asString("").equals("Notification") && json.path("TopicArn").isString()
				&& json.path("Message").isString();
	}

}
