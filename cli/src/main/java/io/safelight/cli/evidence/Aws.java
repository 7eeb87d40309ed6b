package io.safelight.cli.evidence;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

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
	 * The account of the environment if it names an endpoint, else that of a local cloud.
	 * @param localCloud its address
	 */
	public static Aws ofEnvironment(String localCloud) {
		String endpoint = Objects.requireNonNullElse(environment("AWS_ENDPOINT_URL"), localCloud);
		AwsCredentialsProvider credentials = (environment("AWS_ACCESS_KEY_ID") != null)
				? DefaultCredentialsProvider.builder().build() : testCredentials();
		String region = Objects.requireNonNullElse(environment("AWS_REGION"), "us-east-1");
		return new Configuration(endpoint, region, credentials).clients();
	}

	/** The account of a local cloud, whatever the environment says. */
	public static Aws ofLocalCloud(String address) {
		return new Configuration(address, "us-east-1", testCredentials()).clients();
	}

	private static AwsCredentialsProvider testCredentials() {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
	}

	private static @Nullable String environment(String name) {
		return System.getenv(name);
	}

	@Override
	public void close() {
		this.dynamoDb.close();
		this.s3.close();
		this.sqs.close();
		this.sns.close();
	}

	private record Configuration(String endpoint, String region, AwsCredentialsProvider credentials) {

		Aws clients() {
			return new Aws(with(DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create())).build(),
					with(S3Client.builder().httpClient(UrlConnectionHttpClient.create()).forcePathStyle(true)).build(),
					with(SqsClient.builder().httpClient(UrlConnectionHttpClient.create())).build(),
					with(SnsClient.builder().httpClient(UrlConnectionHttpClient.create())).build());
		}

		private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
			return builder.endpointOverride(URI.create(this.endpoint))
				.region(Region.of(this.region))
				.credentialsProvider(this.credentials);
		}

	}

}
