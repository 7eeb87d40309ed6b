package io.safelight.cli.evidence;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The clients of an AWS account, local or not.
 *
 * @param dynamoDb tables
 * @param s3 buckets
 * @param sqs queues
 * @param sns topics
 */
public record Aws(DynamoDbClient dynamoDb, S3Client s3, SqsClient sqs, SnsClient sns) implements AutoCloseable {

	/**
	 * The account that AWS's usual settings of an environment open: {@code AWS_REGION},
	 * {@code AWS_PROFILE} or keys, {@code AWS_ENDPOINT_URL}.
	 */
	public static Aws ofEnvironment() {
		return clients((_) -> {
		});
	}

	/** The account of a local cloud, whatever the environment says. */
	public static Aws ofLocalCloud(String address) {
		return clients((client) -> client.endpointOverride(URI.create(address))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
	}

	private static Aws clients(Consumer<AwsClientBuilder<?, ?>> account) {
		DynamoDbClientBuilder dynamoDb = DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
		S3ClientBuilder s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create());
		SqsClientBuilder sqs = SqsClient.builder().httpClient(UrlConnectionHttpClient.create());
		SnsClientBuilder sns = SnsClient.builder().httpClient(UrlConnectionHttpClient.create());
		List.of(dynamoDb, s3, sqs, sns).forEach(account);
		// What stands in for AWS has no host name for each bucket.
		s3.forcePathStyle(true);
		return new Aws(dynamoDb.build(), s3.build(), sqs.build(), sns.build());
	}

	@Override
	public void close() {
		this.dynamoDb.close();
		this.s3.close();
		this.sqs.close();
		this.sns.close();
	}

}
