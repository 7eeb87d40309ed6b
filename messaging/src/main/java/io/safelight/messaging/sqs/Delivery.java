package io.safelight.messaging.sqs;

import java.util.OptionalLong;

import io.safelight.messaging.outbox.MessageAttributes;
import io.safelight.messaging.trace.Tracing;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message as a queue hands it out.
 *
 * @param source what SQS gave
 */
record Delivery(Message source) {

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
		return attribute("detail-type", "unknown");
	}

	/** Whether somebody sent it once more. */
	boolean isReplay() {
		return !attribute(MessageAttributes.REPLAY, "").isEmpty();
	}

	/**
	 * What is traced of it.
	 * @param late whether what is done with it has a trace of its own
	 */
	Tracing.Message traced(boolean late) {
		return new Tracing.Message(type(), attribute("message-id", ""), attribute("traceparent", ""), late);
	}

	private String attribute(String name, String otherwise) {
		MessageAttributeValue value = this.source.messageAttributes().get(name);
		return (value != null && value.stringValue() != null) ? value.stringValue() : otherwise;
	}

}
