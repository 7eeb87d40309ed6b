package io.safelight.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.safelight.cli.evidence.Aws;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Looks whether anything is still under way.
 */
final class Quiet {

	private static final List<QueueAttributeName> LENGTHS = List.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
			QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
			QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

	static final List<String> SENDERS = List.of("upload", "publication", "imaging", "catalog", "search", "purchase",
			"notification");

	private final Aws aws;

	Quiet(Aws aws) {
		this.aws = aws;
	}

	/** What is under way, in words; empty when all is quiet. */
	List<String> underWay() {
		List<String> underWay = new ArrayList<>();
		add(underWay, queued(), "messages in queues");
		add(underWay, pending(), "messages to be sent");
		add(underWay, count(index("safelight-publication-publications", "due")), "photos under way");
		add(underWay,
				count(ScanRequest.builder()
					.tableName("safelight-upload-sessions")
					.filterExpression("#state IN (:uploaded, :completing)")
					.expressionAttributeNames(Map.of("#state", "state"))
					.expressionAttributeValues(Map.of(":uploaded", AttributeValue.fromS("UPLOADED"), ":completing",
							AttributeValue.fromS("COMPLETING")))),
				"uploads without an end");
		add(underWay, count(index("safelight-purchase-orders", "due")), "orders to be paid");
		add(underWay, count(index("safelight-purchase-licences", "due")), "copies to be made");
		add(underWay, count(index("safelight-notification-emails", "due")), "mails to be sent");
		return underWay;
	}

	private static void add(List<String> underWay, long count, String what) {
		if (count > 0) {
			underWay.add(count + " " + what);
		}
	}

	private long queued() {
		long messages = 0;
		for (String url : this.aws.sqs()
			.listQueuesPaginator((request) -> request.queueNamePrefix("safelight-"))
			.queueUrls()) {
			Map<QueueAttributeName, String> attributes = this.aws.sqs()
				.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(LENGTHS))
				.attributes();
			messages += LENGTHS.stream().mapToLong((name) -> Long.parseLong(attributes.getOrDefault(name, "0"))).sum();
		}
		return messages;
	}

	private long pending() {
		return SENDERS.stream()
			.mapToLong((sender) -> count(
					index("safelight-" + sender + "-messages", "work").filterExpression("begins_with(#work, :pending)")
						.expressionAttributeNames(Map.of("#work", "work"))
						.expressionAttributeValues(Map.of(":pending", AttributeValue.fromS("PENDING")))))
			.sum();
	}

	/** A sparse index holds only what still wants something done about it. */
	private static ScanRequest.Builder index(String table, String index) {
		return ScanRequest.builder().tableName(table).indexName(index);
	}

	private long count(ScanRequest.Builder request) {
		return this.aws.dynamoDb()
			.scanPaginator(request.select(Select.COUNT).build())
			.stream()
			.mapToLong((page) -> page.count())
			.sum();
	}

}
