package io.safelight.cloud.sns;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which a message reaches a queue: as it is, with its attributes (raw), or
 * wrapped in SNS's JSON document.
 */
final class Notification {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final URI endpoint;

	Notification(URI endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Writes an entry of SendMessageBatch, without its id.
	 * @param subscription for which it is
	 * @param queue where it goes
	 * @param message the message
	 * @param fits whether all attributes fit into an SQS message
	 * @return the entry
	 */
	Map<String, Object> entry(Subscription subscription, String queue, Message message, boolean fits) {
		Map<String, Object> entry = new LinkedHashMap<>();
		if (subscription.raw() && fits) {
			entry.put("MessageBody", message.body());
			if (!message.attributes().isEmpty()) {
				entry.put("MessageAttributes", sqsAttributes(message));
			}
		}
		else {
			entry.put("MessageBody", JSON.writeValueAsString(document(subscription, message)));
		}
		message.groupId().ifPresent((group) -> entry.put("MessageGroupId", group));
		if (queue.endsWith(".fifo")) {
			entry.put("MessageDeduplicationId", message.deduplicationId().orElse(message.id()));
			entry.putIfAbsent("MessageGroupId", message.id());
		}
		return entry;
	}

	private Map<String, Object> document(Subscription subscription, Message message) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("Type", "Notification");
		document.put("MessageId", message.id());
		message.sequenceNumber().ifPresent((number) -> document.put("SequenceNumber", number));
		document.put("TopicArn", subscription.topicArn());
		message.subject().ifPresent((subject) -> document.put("Subject", subject));
		document.put("Message", message.body());
		document.put("Timestamp", TIME.format(message.time()));
		document.put("SignatureVersion", "1");
		document.put("Signature", "bm90IHNpZ25lZCBieSB0aGUgbG9jYWwgY2xvdWQ=");
		document.put("SigningCertURL", this.endpoint + "/SimpleNotificationService.pem");
		document.put("UnsubscribeURL", this.endpoint + "/?Action=Unsubscribe&SubscriptionArn="
				+ URLEncoder.encode(subscription.arn(), StandardCharsets.UTF_8));
		if (!message.attributes().isEmpty()) {
			Map<String, Object> attributes = new LinkedHashMap<>();
			message.attributes()
				.forEach((name, attribute) -> attributes.put(name,
						Map.of("Type", attribute.type(), "Value", attribute.value())));
			document.put("MessageAttributes", attributes);
		}
		return document;
	}

	private static Map<String, Object> sqsAttributes(Message message) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		message.attributes()
			.forEach((name, attribute) -> attributes.put(name, Map.of("DataType", attribute.type(),
					attribute.binary() ? "BinaryValue" : "StringValue", attribute.value())));
		return attributes;
	}

}
