package io.safelight.benchmarks.messaging;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A topic with a queue that hears all of it, and a table, for those who have nobody to
 * make them.
 */
final class Plumbing {

	private static final String ALLOW = """
			{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},\
			"Action":"sqs:SendMessage","Resource":"%s","Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}""";

	private Plumbing() {
	}

	/** Makes a topic and a queue of the same name; answers the topic's ARN. */
	static String topicWithQueue(SnsClient sns, SqsAsyncClient sqs, String name) {
		String topic = sns.createTopic((request) -> request.name(name)).topicArn();
		String url = sqs.createQueue((request) -> request.queueName(name)).join().queueUrl();
		String queue = sqs
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
			.join()
			.attributes()
			.getOrDefault(QueueAttributeName.QUEUE_ARN, "");
		sqs.setQueueAttributes((request) -> request.queueUrl(url)
			.attributes(Map.of(QueueAttributeName.POLICY, ALLOW.formatted(queue, topic)))).join();
		sns.subscribe((request) -> request.topicArn(topic)
			.protocol("sqs")
			.endpoint(queue)
			.attributes(Map.of("RawMessageDelivery", "true")));
		return topic;
	}

	static void table(DynamoDbClient dynamoDb, String name, String key) {
		dynamoDb.createTable((request) -> request.tableName(name)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(KeySchemaElement.builder().attributeName(key).keyType(KeyType.HASH).build())
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName(key).attributeType(ScalarAttributeType.S).build()));
	}

}
