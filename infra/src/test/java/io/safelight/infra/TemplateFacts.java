package io.safelight.infra;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the templates say, a line for each thing, in the words of {@link CodeFacts}. What
 * is not as it has to be for every such thing has its fault in its line.
 */
final class TemplateFacts {

	private final Templates templates;

	private final Set<String> facts = new TreeSet<>();

	private TemplateFacts(Templates templates) {
		this.templates = templates;
		each("AWS::SNS::Topic", this::topic);
		each("AWS::SQS::Queue", this::queue);
		each("AWS::SQS::QueuePolicy", this::delivery);
		each("AWS::SNS::Subscription", this::subscription);
		templates.ofType("AWS::DynamoDB::Table").forEach(this::table);
		templates.ofType("AWS::S3::Bucket").forEach(this::bucket);
	}

	static Set<String> of(Templates templates) {
		return new TemplateFacts(templates).facts;
	}

	private void each(String type, java.util.function.Consumer<Node> reader) {
		this.templates.ofType(type).forEach((resource) -> reader.accept(resource.properties()));
	}

	private void topic(Node topic) {
		String name = topic.at("TopicName").text();
		this.facts.add("topic " + name + sequence(topic, "FifoTopic")
				+ unless(topic.at("KmsMasterKeyId").text().startsWith("import:"), "not encrypted"));
	}

	private void queue(Node queue) {
		Node redrive = queue.at("RedrivePolicy");
		String rest = redrive.isMissing() ? ""
				: " visibility %s, after %s receives to %s".formatted(queue.at("VisibilityTimeout").text(),
						redrive.at("maxReceiveCount").text(), name(redrive.at("deadLetterTargetArn").text()));
		this.facts.add("queue %s%s retention %s%s%s".formatted(queue.at("QueueName").text(),
				sequence(queue, "FifoQueue"), queue.at("MessageRetentionPeriod").text(), rest,
				unless("true".equals(queue.at("SqsManagedSseEnabled").text()), "not encrypted")));
	}

	/** The sender names the repeats: not the content. */
	private static String sequence(Node resource, String property) {
		boolean byContent = !"false".equals(resource.at("ContentBasedDeduplication").text());
		return "true".equals(resource.at(property).text()) ? " in sequence" + unless(!byContent, "by content") : "";
	}

	private void delivery(Node policy) {
		String queue = policy.at("Queues").items().getFirst().text();
		policy.at("PolicyDocument", "Statement")
			.items()
			.stream()
			.filter((statement) -> "Allow".equals(statement.at("Effect").text()))
			.forEach((statement) -> {
				Node condition = statement.at("Condition");
				boolean narrow = "{Service=sns.amazonaws.com}".equals(statement.at("Principal").canonical())
						&& Templates.ACCOUNT.equals(condition.at("StringEquals", "aws:SourceAccount").text())
						&& "sqs:SendMessage".equals(statement.at("Action").text())
						&& queue.equals(name(statement.at("Resource").text()));
				condition.at("ArnEquals", "aws:SourceArn")
					.texts()
					.forEach((topic) -> this.facts
						.add("delivery of %s to %s%s".formatted(name(topic), queue, unless(narrow, "too wide"))));
			});
	}

	private void subscription(Node subscription) {
		Node filter = subscription.at("FilterPolicy");
		boolean byType = filter.entries().size() == 1
				&& "MessageAttributes".equals(subscription.at("FilterPolicyScope").text());
		this.facts.add("subscription of %s to %s%s, types %s%s, undelivered to %s".formatted(
				name(subscription.at("Endpoint").text()), name(subscription.at("TopicArn").text()),
				"true".equals(subscription.at("RawMessageDelivery").text()) ? ", raw" : "",
				new TreeSet<>(types(filter.at("detail-type"))), unless(byType, "by more than the type"),
				name(subscription.at("RedrivePolicy", "deadLetterTargetArn").text())));
	}

	/** What the types begin with; anything else would let in other versions, or fewer. */
	private static List<String> types(Node conditions) {
		return conditions.items()
			.stream()
			.map((condition) -> condition.at("prefix").isMissing() ? "exactly " + condition.canonical()
					: condition.at("prefix").text())
			.toList();
	}

	private void table(Templates.Resource resource) {
		Node table = resource.properties();
		String indexes = table.at("GlobalSecondaryIndexes")
			.items()
			.stream()
			.map((index) -> index.at("IndexName").text() + keys(index)
					+ unless("ALL".equals(index.at("Projection", "ProjectionType").text()), "not whole"))
			.sorted()
			.collect(Collectors.joining(" "));
		Node expiry = table.at("TimeToLiveSpecification");
		boolean kept = "Retain".equals(resource.deletionPolicy())
				&& "true".equals(table.at("DeletionProtectionEnabled").text());
		boolean recoverable = "true"
			.equals(table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled").text());
		this.facts.add("table %s%s indexes {%s} expiry %s%s%s%s".formatted(table.at("TableName").text(), keys(table),
				indexes, "true".equals(expiry.at("Enabled").text()) ? expiry.at("AttributeName").text() : "never",
				unless("PAY_PER_REQUEST".equals(table.at("BillingMode").text()), "not on demand"),
				unless(recoverable, "no recovery"), unless(kept, "may be deleted")));
	}

	private static String keys(Node keyed) {
		return keyed.at("KeySchema")
			.items()
			.stream()
			.map((key) -> key.at("AttributeName").text())
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private void bucket(Templates.Resource resource) {
		Node bucket = resource.properties();
		String name = bucket.at("BucketName").text();
		String days = bucket.at("LifecycleConfiguration", "Rules")
			.items()
			.stream()
			.map((rule) -> rule.at("AbortIncompleteMultipartUpload", "DaysAfterInitiation").text())
			.collect(Collectors.joining());
		String browsers = bucket.at("CorsConfiguration", "CorsRules")
			.items()
			.stream()
			.map((rule) -> ", browsers %s see %s".formatted(rule.at("AllowedMethods").texts(),
					rule.at("ExposedHeaders").texts()))
			.collect(Collectors.joining());
		long open = bucket.at("PublicAccessBlockConfiguration")
			.entries()
			.values()
			.stream()
			.filter((blocked) -> "true".equals(blocked.text()))
			.count();
		this.facts.add("bucket %s aborts after %s days%s%s%s%s%s".formatted(name, days, browsers,
				unless(open == 4, "may be public"), unless(!bucket.at("BucketEncryption").isMissing(), "not encrypted"),
				unless("Retain".equals(resource.deletionPolicy()), "may be deleted"),
				unless(refusesTheClear(name), "takes requests in the clear")));
	}

	private boolean refusesTheClear(String bucket) {
		return this.templates.ofType("AWS::S3::BucketPolicy")
			.stream()
			.map(Templates.Resource::properties)
			.filter((policy) -> policy.at("Bucket").text().equals(bucket))
			.flatMap((policy) -> policy.at("PolicyDocument", "Statement").items().stream())
			.anyMatch((statement) -> "Deny".equals(statement.at("Effect").text())
					&& "s3:*".equals(statement.at("Action").text()) && "*".equals(statement.at("Principal").text())
					&& statement.at("Resource").items().size() == 2
					&& "{Bool={aws:SecureTransport=false}}".equals(statement.at("Condition").canonical()));
	}

	private static String unless(boolean good, String fault) {
		return good ? "" : " (" + fault + ")";
	}

	private static String name(String arn) {
		return arn.substring(arn.lastIndexOf(':') + 1);
	}

}
