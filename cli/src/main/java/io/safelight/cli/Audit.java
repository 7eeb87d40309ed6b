package io.safelight.cli;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.safelight.audit.Auditor;
import io.safelight.audit.Report;
import io.safelight.cli.process.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Checks the running system.
 */
@Command(name = "audit", description = "Check every promise through the stores; exits 1 if one is broken.",
		mixinStandardHelpOptions = true)
final class Audit implements Callable<Integer> {

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home());

	@Override
	public Integer call() throws Exception {
		try (DynamoDbClient dynamoDb = configured(DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()))
			.build();
				S3Client s3 = configured(
						S3Client.builder().httpClient(UrlConnectionHttpClient.create()).forcePathStyle(true))
					.build();
				SqsClient sqs = configured(SqsClient.builder().httpClient(UrlConnectionHttpClient.create())).build()) {
			String gateway = Objects.requireNonNullElse(environment("SAFELIGHT_URL"), this.installation.gatewayUrl());
			return print(new Auditor().judge(new Stores(dynamoDb, s3, sqs, gateway).collect()));
		}
	}

	private int print(Report report) {
		report.findings().forEach((finding) -> this.console.line("broken: " + finding));
		report.remarks().forEach((remark) -> this.console.line("note: " + remark));
		this.console.line(report.checked() + " checked, " + report.findings().size() + " broken");
		return report.findings().isEmpty() ? 0 : 1;
	}

	/** The endpoint of the environment if it names one, else the local cloud. */
	private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
		String endpoint = Objects.requireNonNullElse(environment("AWS_ENDPOINT_URL"), this.installation.cloudUrl());
		String region = Objects.requireNonNullElse(environment("AWS_REGION"), "us-east-1");
		return builder.endpointOverride(URI.create(endpoint))
			.region(Region.of(region))
			.credentialsProvider(credentials());
	}

	private static AwsCredentialsProvider credentials() {
		return (environment("AWS_ACCESS_KEY_ID") != null) ? DefaultCredentialsProvider.builder().build()
				: StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
	}

	private static @Nullable String environment(String name) {
		return System.getenv(name);
	}

}
