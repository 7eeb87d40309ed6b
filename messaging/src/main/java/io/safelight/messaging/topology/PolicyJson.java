package io.safelight.messaging.topology;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The small JSON documents that SNS and SQS take as attributes. Names and ARNs hold no
 * character that JSON would have to escape.
 */
final class PolicyJson {

	private PolicyJson() {
	}

	/** Only types of message that begin like this. */
	static String filterByType(List<String> beginnings) {
		return "{\"detail-type\":["
				+ beginnings.stream().map((text) -> "{\"prefix\":\"" + text + "\"}").collect(Collectors.joining(","))
				+ "]}";
	}

	/** What cannot be delivered goes there. */
	static String redriveTo(String deadLetterQueueArn) {
		return "{\"deadLetterTargetArn\":\"" + deadLetterQueueArn + "\"}";
	}

	/** What was received too often without success goes there. */
	static String redriveTo(String deadLetterQueueArn, int maxReceives) {
		return "{\"deadLetterTargetArn\":\"" + deadLetterQueueArn + "\",\"maxReceiveCount\":\"" + maxReceives + "\"}";
	}

	/** SNS may send to these queues, on behalf of these topics and nobody else. */
	static String allowTopics(String queueArn, List<String> topicArns) {
		return """
				{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},\
				"Action":"sqs:SendMessage","Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":[%s]}}}]}"""
			.formatted(queueArn, quoted(topicArns));
	}

	private static String quoted(List<String> texts) {
		return texts.stream().map((text) -> "\"" + text + "\"").collect(Collectors.joining(","));
	}

}
