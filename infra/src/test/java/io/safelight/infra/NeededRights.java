package io.safelight.infra;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.safelight.messaging.QueueName;

/**
 * What each service has to be allowed: what messaging calls, for the topics, queues and
 * tables that the service declares; and what its own code calls, listed here.
 */
final class NeededRights {

	private static final String PLACE = ":us-east-1:" + Templates.ACCOUNT + ":";

	private static final String FOR_S3 = " if {StringEquals={kms:ViaService=s3.us-east-1.amazonaws.com}}";

	private static final String FOR_SNS = " if {StringEquals={kms:ViaService=sns.us-east-1.amazonaws.com}}";

	private static final String BUYERS = "StringEquals={aws:ResourceTag/safelight=user-key}";

	private static final String NEW_BUYERS = "StringEquals={aws:RequestTag/safelight=user-key}";

	/**
	 * Scans are few enough to be named: both read a whole table at a rebuild or a sweep.
	 */
	private static final Map<String, String> SCANNED = Map.of("catalog", "safelight-catalog-packs", "search",
			"safelight-search-documents");

	private final List<Declared> services;

	private final Map<String, Set<String>> needed = new TreeMap<>();

	private NeededRights(List<Declared> services) {
		this.services = services;
		services.forEach((service) -> {
			speaking(service);
			listening(service);
			keeping(service);
		});
		objects();
		beyond();
		operators();
	}

	static Map<String, Set<String>> of(List<Declared> services) {
		return new NeededRights(services).needed;
	}

	private void speaking(Declared service) {
		allow(service.service(), "*", "sns:ListTopics", "sns:GetSubscriptionAttributes");
		service.topology()
			.topics()
			.forEach((topic) -> allow(service.service(), "arn:aws:sns" + PLACE + topic, "sns:Publish",
					"sns:ListSubscriptionsByTopic"));
		allow(service.service(), "import:safelight-messages-key" + FOR_SNS, "kms:GenerateDataKey", "kms:Decrypt");
	}

	private void listening(Declared service) {
		QueueName own = new QueueName(service.routes().queue());
		allow(service.service(), queue(own.name()), "sqs:ReceiveMessage", "sqs:DeleteMessage",
				"sqs:ChangeMessageVisibility", "sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage");
		Stream.of(own.deadLetters(), own.undelivered())
			.forEach((name) -> allow(service.service(), queue(name), "sqs:ReceiveMessage", "sqs:DeleteMessage",
					"sqs:GetQueueUrl", "sqs:GetQueueAttributes"));
		this.services.stream()
			.filter((other) -> hears(other, service) || hears(service, other))
			.map((other) -> other.routes().queue())
			.filter((name) -> !name.equals(own.name()))
			.forEach((name) -> allow(service.service(), queue(name), "sqs:SendMessage", "sqs:GetQueueUrl"));
		allow("scaler", queue(own.name()), "sqs:GetQueueAttributes", "sqs:GetQueueUrl");
	}

	/** The one tells the other what it sent, and is asked for what is missing. */
	private static boolean hears(Declared listener, Declared speaker) {
		return listener.routes().typesByTopic().keySet().stream().anyMatch(speaker.topology().topics()::contains);
	}

	private void keeping(Declared service) {
		service.topology().tables().forEach((table) -> {
			String arn = "arn:aws:dynamodb" + PLACE + "table/" + table.name();
			allow(service.service(), arn, "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem",
					"dynamodb:DeleteItem", "dynamodb:ConditionCheckItem");
			table.indexes()
				.forEach((index) -> allow(service.service(), arn + "/index/" + index.name(), "dynamodb:Query"));
			if (table.name().endsWith("-messages")) {
				allow(service.service(), arn, "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem");
			}
			if (table.name().equals(SCANNED.get(service.service()))) {
				allow(service.service(), arn, "dynamodb:Scan");
			}
		});
	}

	/**
	 * Whose bucket it is stands in the topologies; who else reads it, here: publication
	 * and imaging read originals, purchase reads what is sold.
	 */
	private void objects() {
		bucket("upload", "incoming", "s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:AbortMultipartUpload",
				"s3:ListMultipartUploadParts");
		bucket("publication", "incoming", "s3:GetObject");
		bucket("publication", "originals", "s3:PutObject", "s3:GetObject");
		bucket("imaging", "incoming", "s3:GetObject");
		bucket("imaging", "public", "s3:PutObject", "s3:GetObject", "s3:DeleteObject");
		bucket("imaging", "sale", "s3:PutObject", "s3:GetObject", "s3:DeleteObject");
		bucket("catalog", "pages", "s3:PutObject", "s3:GetObject");
		bucket("purchase", "sale", "s3:GetObject");
		bucket("purchase", "purchases", "s3:PutObject", "s3:GetObject", "s3:DeleteObject", "s3:AbortMultipartUpload");
		Stream.of("upload", "publication", "imaging", "purchase")
			.forEach((service) -> allow(service, "import:safelight-photos-key" + FOR_S3, "kms:Decrypt"));
		Stream.of("upload", "publication", "imaging")
			.forEach((service) -> allow(service, "import:safelight-photos-key" + FOR_S3, "kms:GenerateDataKey"));
	}

	private void beyond() {
		allow("publication", "*", "rekognition:DetectLabels", "rekognition:DetectModerationLabels");
		allow("purchase", "* if {" + NEW_BUYERS + "}", "kms:CreateKey");
		allow("purchase", "arn:aws:kms" + PLACE + "key/* if {ForAllValues:StringEquals={aws:TagKeys=[safelight]}, "
				+ NEW_BUYERS + "}", "kms:TagResource");
		allow("purchase", "arn:aws:kms" + PLACE + "alias/safelight-user-*", "kms:CreateAlias");
		allow("purchase", "arn:aws:kms" + PLACE + "key/* if {" + BUYERS + "}", "kms:CreateAlias", "kms:DescribeKey",
				"kms:ScheduleKeyDeletion");
		allow("purchase",
				"arn:aws:kms" + PLACE + "key/* if {Null={kms:EncryptionContext:userId=false}, " + BUYERS + "}",
				"kms:GenerateDataKey", "kms:Decrypt");
		Stream.of("messages", "photos")
			.forEach((key) -> allow("purchase", "import:safelight-" + key + "-key", "never kms:TagResource",
					"never kms:ScheduleKeyDeletion"));
		Stream.of("identity/${MailDomain}", "configuration-set/safelight")
			.forEach((sender) -> allow("notification",
					"arn:aws:ses" + PLACE + sender + " if {StringEquals={ses:FromAddress=no-reply@${MailDomain}}}",
					"ses:SendEmail"));
	}

	private void operators() {
		allow("secrets", "import:safelight-link-pepper", "secretsmanager:GetSecretValue",
				"secretsmanager:DescribeSecret");
	}

	private void bucket(String service, String bucket, String... actions) {
		String arn = "arn:aws:s3:::" + Templates.BUCKETS.of("safelight-" + bucket);
		allow(service, arn + "/*", actions);
		allow(service, arn, "s3:ListBucket");
	}

	private static String queue(String name) {
		return "arn:aws:sqs" + PLACE + name;
	}

	private void allow(String role, String resource, String... actions) {
		for (String action : actions) {
			this.needed.computeIfAbsent(role, (name) -> new TreeSet<>()).add(action + " " + resource);
		}
	}

}
