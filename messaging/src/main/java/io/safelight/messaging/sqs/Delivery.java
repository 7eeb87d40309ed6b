package io.safelight.messaging.sqs;

import java.util.OptionalLong;

import io.safelight.messaging.TraceContext;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message as a queue hands it out.
 *
 * @param source what SQS gave
 * @param traceparent the trace that its handling is part of
 */
record Delivery(Message source, String traceparent) {

	static Delivery of(Message source) {
		return new Delivery(source, TraceContext.childOf(attribute(source, "traceparent")));
	}

	String body() {
		return this.source.body();
	}

	String receiptHandle() {
		return this.source.receiptHandle();
	}

	/** How often the queue has handed it out, from 1. */
	int receiveCount() {
		return Integer
			.parseInt(this.source.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
	}

	/** When the queue took it, in epoch milliseconds, if it says so. */
	OptionalLong sentAt() {
		String sent = this.source.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
		return (sent != null) ? OptionalLong.of(Long.parseLong(sent)) : OptionalLong.empty();
	}

	String type() {
		return attribute(this.source, "detail-type");
	}

	private static String attribute(Message source, String name) {
		MessageAttributeValue value = source.messageAttributes().get(name);
		return (value != null && value.stringValue() != null) ? value.stringValue() : "unknown";
	}

}
