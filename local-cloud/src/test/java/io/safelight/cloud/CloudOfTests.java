package io.safelight.cloud;

import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * One account in memory for all integration tests of a JVM, and the SDK's clients of it.
 */
public final class CloudOfTests {

	private static final LocalCloud CLOUD = LocalCloud.start(Options.inMemory());

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(CLOUD::close));
	}

	private CloudOfTests() {
	}

	/**
	 * The address of the account.
	 */
	public static URI endpoint() {
		return CLOUD.endpoint();
	}

	/**
	 * Points a client's builder at the account.
	 */
	public static <C, B extends AwsClientBuilder<B, C>> C client(B builder) {
		return client(builder, endpoint(), "test", "test");
	}

	static <C, B extends AwsClientBuilder<B, C>> C client(B builder, URI endpoint, String id, String secret) {
		return builder.endpointOverride(endpoint)
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret)))
			.build();
	}

	static S3Client s3() {
		return client(S3Client.builder().httpClient(UrlConnectionHttpClient.create()));
	}

	static SqsClient sqs() {
		return client(SqsClient.builder().httpClient(UrlConnectionHttpClient.create()));
	}

	static SnsClient sns() {
		return client(SnsClient.builder().httpClient(UrlConnectionHttpClient.create()));
	}

	static DynamoDbClient dynamoDb() {
		return client(DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()));
	}

	static S3Presigner presigner() {
		return S3Presigner.builder()
			.endpointOverride(endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.build();
	}

}
