package io.safelight.infra;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The templates against the code, both ways: what one has and the other lacks is a line
 * of the failure.
 */
class TemplateTests {

	private static final Templates TEMPLATES = Templates.here();

	private static final List<Declared> CODE = Declared.all();

	@Test
	void makeWhatTheServicesDeclareAndNothingElse() {
		assertThat(TemplateFacts.of(TEMPLATES)).isEqualTo(CodeFacts.of(CODE));
	}

	@Test
	void letEachServiceDoWhatItsCodeDoesAndNothingElse() {
		assertThat(Rights.of(TEMPLATES)).isEqualTo(NeededRights.of(CODE));
	}

	@Test
	void giveTheBucketsOfAServiceToItsRole() {
		CODE.forEach((service) -> service.topology()
			.buckets()
			.forEach((bucket) -> assertThat(Rights.of(TEMPLATES).get(service.service()))
				.contains("s3:PutObject arn:aws:s3:::" + Templates.BUCKETS.of(bucket.name()) + "/*")));
	}

	@Test
	void letNobodyDoMoreThanWasThoughtOf() {
		assertThat(PolicyFaults.of(TEMPLATES)).isEmpty();
	}

	@Test
	void giveRolesToThePodsOfOneServiceAccountOnly() {
		TEMPLATES.ofType("AWS::IAM::Role").forEach((role) -> {
			Node trust = role.properties().at("AssumeRolePolicyDocument", "Statement").items().getFirst();
			assertThat(trust.at("Principal").canonical()).isEqualTo("{Service=pods.eks.amazonaws.com}");
			assertThat(trust.at("Condition", "StringEquals").entries().keySet()).containsExactly(
					"aws:RequestTag/kubernetes-namespace", "aws:RequestTag/kubernetes-service-account",
					"aws:SourceAccount");
		});
		assertThat(TEMPLATES.ofType("AWS::EKS::PodIdentityAssociation"))
			.hasSameSizeAs(TEMPLATES.ofType("AWS::IAM::Role"));
	}

	@Test
	void letOnlyTheOwnerOfATopicSpeak() {
		Set<String> speakers = new TreeSet<>();
		TEMPLATES.ofType("AWS::SNS::TopicPolicy")
			.forEach((policy) -> policy.properties()
				.at("PolicyDocument", "Statement")
				.items()
				.stream()
				.filter((statement) -> "Allow".equals(statement.at("Effect").text()))
				.forEach((statement) -> speakers.add(statement.at("Principal").canonical() + " "
						+ statement.at("Action").text() + " " + statement.at("Resource").text())));
		Set<String> owners = new TreeSet<>();
		CODE.forEach((service) -> service.topology()
			.topics()
			.forEach((topic) -> owners.add("{AWS=arn:aws:iam::000000000000:role/safelight-" + service.service()
					+ "} sns:Publish arn:aws:sns:us-east-1:000000000000:" + topic)));
		assertThat(speakers).isEqualTo(owners);
	}

	@Test
	void watchEveryQueueAndEveryTopic() {
		Set<String> watched = new HashSet<>();
		TEMPLATES.ofType("AWS::CloudWatch::Alarm")
			.stream()
			.map(Templates.Resource::properties)
			.filter((alarm) -> alarm.at("Namespace").text().startsWith("AWS/"))
			.forEach((alarm) -> watched.add(alarm.at("MetricName").text() + " "
					+ alarm.at("Dimensions").items().getFirst().at("Value").text()));
		assertThat(watched).isEqualTo(toBeWatched());
	}

	private static Set<String> toBeWatched() {
		Set<String> all = new HashSet<>();
		TEMPLATES.ofType("AWS::SQS::Queue").forEach((queue) -> {
			String name = queue.properties().at("QueueName").text();
			Stream<String> metrics = name.contains("-dlq") ? Stream.of("ApproximateNumberOfMessagesVisible")
					: Stream.of("ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesNotVisible");
			metrics.forEach((metric) -> all.add(metric + " " + name));
		});
		TEMPLATES.ofType("AWS::SNS::Topic")
			.forEach((topic) -> Stream
				.of("NumberOfNotificationsFailed", "NumberOfNotificationsRedrivenToDlq",
						"NumberOfNotificationsFailedToRedriveToDlq")
				.forEach((metric) -> all.add(metric + " " + topic.properties().at("TopicName").text())));
		return all;
	}

	/** Larger ones would need a bucket to be deployed from. */
	@Test
	void areSmallEnoughToBeSent() {
		assertThat(TEMPLATES.sizes()).allSatisfy((file, bytes) -> assertThat(bytes).isLessThanOrEqualTo(51_200));
	}

	/**
	 * A fault in what is made: its text, what it is replaced by (nothing where empty),
	 * and what the failure says then.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					messaging.yaml | - prefix: prepare-copy.v                                 | - prefix: prepare-copies.v             | types [prepare-copies.v]
					messaging.yaml | - prefix: prepare-copy.v                                 | - prepare-copy.v1                      | types [exactly prepare-copy.v1]
					messaging.yaml | TopicArn: !Ref UploadEventsTopic                         | TopicArn: !Ref SearchEventsTopic       | safelight-search-events
					messaging.yaml | Type: AWS::SNS::Subscription                             | Type: AWS::SNS::Unsubscribed           |
					messaging.yaml | RawMessageDelivery: true                                 | RawMessageDelivery: false              | safelight-publication-events, types
					messaging.yaml | FilterPolicyScope: MessageAttributes                     | FilterPolicyScope: MessageBody         | (by more than the type)
					messaging.yaml | QueueName: safelight-upload-dlq                          | QueueName: safelight-extra-dlq         | safelight-extra-dlq
					messaging.yaml | maxReceiveCount: 5                                       | maxReceiveCount: 3                     | after 3 receives
					messaging.yaml | RedrivePolicy:                                           | Redrive:                               | queue safelight-upload retention 345600
					messaging.yaml | deadLetterTargetArn: !GetAtt UploadUndelivered.Arn       | target: none                           | undelivered to
					messaging.yaml | aws:SourceAccount: !Ref AWS::AccountId                   | aws:SourceAccount: "*"                 | (too wide)
					messaging.yaml | - !Ref PublicationEventsTopic\\n              StringEquals | - !Ref UploadEventsTopic\\n              StringEquals | delivery of safelight-upload-events to safelight-upload
					messaging.yaml | MessageRetentionPeriod: 345600                           | MessageRetentionPeriod: 60             | retention 60
					messaging.yaml | VisibilityTimeout: 60                                    | VisibilityTimeout: 61                  | visibility 61
					messaging.yaml | SqsManagedSseEnabled: true                               | SqsManagedSseEnabled: false            | (not encrypted)
					messaging.yaml | ContentBasedDeduplication: false                         | ContentBasedDeduplication: true        | (by content)
					tables.yaml    | AttributeName: contributorId, KeyType: HASH              | AttributeName: uploadId, KeyType: HASH | table safelight-upload-sessions(uploadId
					tables.yaml    | IndexName: work                                          | IndexName: works                       | {works(work, since)}
					tables.yaml    | TimeToLiveSpecification: { AttributeName: expiresAt      | TimeToLiveSpecification: { AttributeName: expires | expiry expires
					tables.yaml    | PointInTimeRecoveryEnabled: true                         | PointInTimeRecoveryEnabled: false      | (no recovery)
					tables.yaml    | BillingMode: PAY_PER_REQUEST                             | BillingMode: PROVISIONED               | (not on demand)
					tables.yaml    | DeletionPolicy: Retain                                   | DeletionPolicy: Delete                 | (may be deleted)
					buckets.yaml   | BlockPublicPolicy: true                                  | BlockPublicPolicy: false               | (may be public)
					buckets.yaml   | DaysAfterInitiation: 1                                   | DaysAfterInitiation: 7                 | aborts after 7 days
					buckets.yaml   | AllowedMethods: [PUT]                                    | AllowedMethods: [PUT, DELETE]          | browsers [PUT, DELETE]
					buckets.yaml   | aws:SecureTransport: "false"                             | aws:SecureTransport: "true"            | (takes requests in the clear)
					buckets.yaml   | BucketName: !Sub safelight-sale${                        | BucketName: !Sub safelight-sales${     | bucket safelight-sales-of-somebody
					buckets.yaml   | BucketName: !Sub safelight-sale${BucketSuffix}           | BucketName: safelight-sale             | bucket safelight-sale aborts
					""")
	void areHeldToTheCode(String file, String text, String fault, String said) {
		Set<String> faulty = TemplateFacts
			.of(TEMPLATES.with(file, text.replace("\\n", "\n"), fault.replace("\\n", "\n")));
		Set<String> wanted = CodeFacts.of(CODE);
		Set<String> differences = new TreeSet<>(faulty);
		differences.removeAll(wanted);
		assertThat(faulty).isNotEqualTo(wanted);
		if (said != null) {
			assertThat(differences).anyMatch((line) -> line.contains(said));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Action: [sns:Publish, sns:ListSubscriptionsByTopic] | Action: [sns:*]
			sqs:SendMessage]                                    | sqs:SendMessage, sqs:PurgeQueue]
			:safelight-upload-dlq                               | :safelight-*
			table/safelight-upload-sessions                     | table/safelight-catalog-photos
			- !Sub arn:${AWS::Partition}:s3:::safelight-sale${BucketSuffix}/* | - "*"
			s3:::safelight-sale${BucketSuffix}/*                | s3:::safelight-sale/*
			dynamodb:ConditionCheckItem]                        | dynamodb:ConditionCheckItem, dynamodb:Scan]
			kms:EncryptionContext:userId: "false"               | kms:EncryptionContext:userId: "true"
			aws:ResourceTag/safelight: user-key                 | aws:ResourceTag/other: user-key
			Effect: Deny                                        | Effect: Allow
			""")
	void noticeEveryRightThatIsNotNeeded(String text, String fault) {
		assertThat(Rights.of(TEMPLATES.with("identities.yaml", text, fault))).isNotEqualTo(NeededRights.of(CODE));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					identities.yaml | Action: [sns:Publish, sns:ListSubscriptionsByTopic] | Action: [sns:*]                       | Speak allows all of sns:*
					identities.yaml | Action: [sns:ListTopics, sns:GetSubscriptionAttributes] | Action: [sns:ListTopics, sns:Publish] | FindTopics allows
					identities.yaml | :safelight-upload-dlq                               | :safelight-*                          | ParkDeadLetters allows
					identities.yaml | s3:::safelight-incoming${BucketSuffix}/*            | s3:::*                                | ReceiveOriginals allows
					identities.yaml | aws:ResourceTag/safelight: user-key                 | aws:ResourceTag/other: x              | KeepBuyersKeys allows
					messaging.yaml  | Service: sns.amazonaws.com                          | AWS: "*"                              | ItsTopicsDeliver allows it to everybody
					messaging.yaml  | Action: sqs:SendMessage                             | NotAction: sqs:SendMessage            | NotAction
					delivery.yaml   | Service: cloudfront.amazonaws.com                   | AWS: "*"                              | ThisDistributionReads allows it to everybody
					""")
	void noticeWildcards(String file, String text, String fault, String said) {
		assertThat(PolicyFaults.of(TEMPLATES.with(file, text, fault))).anyMatch((line) -> line.contains(said));
	}

	@Test
	void sayNothingTwice() {
		assertThatThrownBy(() -> TEMPLATES.with("tables.yaml", "BillingMode:", "TableName: twice\n      BillingMode:"))
			.hasMessageContaining("duplicate key TableName");
	}

}
