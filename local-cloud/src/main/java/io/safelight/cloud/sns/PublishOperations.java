package io.safelight.cloud.sns;

import java.util.List;
import java.util.stream.Collectors;

import io.safelight.cloud.AwsError;

/**
 * The operations that publish; each returns the content of its result element.
 */
final class PublishOperations {

	private final Topics topics;

	private final Publisher publisher;

	PublishOperations(Topics topics, Publisher publisher) {
		this.topics = topics;
		this.publisher = publisher;
	}

	String publish(Form form) {
		String arn = form.optional("TopicArn").or(() -> form.optional("TargetArn")).orElse("");
		if (arn.isEmpty()) {
			throw SnsError.invalid("TopicArn or TargetArn Reason: no value for required parameter");
		}
		return receipt(this.publisher.publish(this.topics.get(arn), form));
	}

	String publishBatch(Form form) {
		Topic topic = this.topics.get(form.required("TopicArn"));
		List<Publisher.Outcome> outcomes = this.publisher.publishBatch(topic,
				form.elements("PublishBatchRequestEntries.member."));
		return outcomes.stream()
			.map(PublishOperations::successful)
			.collect(Collectors.joining("", "<Successful>", "</Successful>"))
				+ outcomes.stream()
					.map(PublishOperations::failed)
					.collect(Collectors.joining("", "<Failed>", "</Failed>"));
	}

	private static String successful(Publisher.Outcome outcome) {
		return outcome.receipt()
			.map((receipt) -> "<member>" + Element.text("Id", outcome.id()) + receipt(receipt) + "</member>")
			.orElse("");
	}

	private static String failed(Publisher.Outcome outcome) {
		return outcome.error().map((error) -> failed(outcome.id(), error)).orElse("");
	}

	private static String failed(String id, AwsError error) {
		return "<member>" + Element.text("Id", id) + Element.text("Code", error.code())
				+ Element.text("Message", error.explanation())
				+ Element.text("SenderFault", String.valueOf(error.status() < 500)) + "</member>";
	}

	private static String receipt(Publisher.Receipt receipt) {
		return Element.text("MessageId", receipt.messageId())
				+ receipt.sequenceNumber().map((number) -> Element.text("SequenceNumber", number)).orElse("");
	}

}
