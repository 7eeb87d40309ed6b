package io.safelight.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * State over the end of the process: told to stop, and killed.
 */
class RestartIntegrationTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void keepsWhatWasWritten(boolean kill) throws IOException, InterruptedException {
		String topic;
		Process first = start();
		try {
			topic = write(address(first));
		}
		finally {
			stop(first, kill);
		}
		Process second = start();
		try {
			read(address(second), topic);
		}
		finally {
			stop(second, true);
		}
	}

	private String write(URI endpoint) {
		try (DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), endpoint);
				S3Client s3 = client(S3Client.builder(), endpoint);
				SqsClient sqs = client(SqsClient.builder(), endpoint);
				SnsClient sns = client(SnsClient.builder(), endpoint)) {
			DynamoDbIntegrationTests.createTable(dynamoDb, "table");
			dynamoDb.putItem(
					(request) -> request.tableName("table").item(Map.of("id", DynamoDbIntegrationTests.text("a"))));
			s3.createBucket((request) -> request.bucket("bucket"));
			s3.putObject((request) -> request.bucket("bucket").key("key"), RequestBody.fromString("content"));
			sqs.createQueue((request) -> request.queueName("queue"));
			String topic = sns.createTopic((request) -> request.name("topic")).topicArn();
			sns.subscribe((request) -> request.topicArn(topic)
				.protocol("sqs")
				.endpoint("arn:aws:sqs:us-east-1:000000000000:queue")
				.attributes(Map.of("RawMessageDelivery", "true")));
			sns.publish((request) -> request.topicArn(topic).message("before"));
			return topic;
		}
	}

	private void read(URI endpoint, String topic) {
		try (DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), endpoint);
				S3Client s3 = client(S3Client.builder(), endpoint);
				SqsClient sqs = client(SqsClient.builder(), endpoint);
				SnsClient sns = client(SnsClient.builder(), endpoint)) {
			assertThat(dynamoDb
				.getItem((request) -> request.tableName("table").key(Map.of("id", DynamoDbIntegrationTests.text("a"))))
				.hasItem()).isTrue();
			assertThat(s3.getObjectAsBytes((request) -> request.bucket("bucket").key("key")).asUtf8String())
				.isEqualTo("content");
			sns.publish((request) -> request.topicArn(topic).message("after"));
			String url = sqs.getQueueUrl((request) -> request.queueName("queue")).queueUrl();
			assertThat(url).startsWith(endpoint.toString());
			assertThat(sqs.receiveMessage((request) -> request.queueUrl(url).maxNumberOfMessages(10)).messages())
				.extracting(Message::body)
				.containsExactlyInAnyOrder("before", "after");
		}
	}

	private static <C, B extends AwsClientBuilder<B, C>> C client(B builder, URI endpoint) {
		return CloudOfTests.client(builder, endpoint, "test", "test");
	}

	private Process start() throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						"io.safelight.cloud.Main", "--port", "0", "--identity-port", "0", "--state-dir",
						this.directory.toString(), "--parent", String.valueOf(ProcessHandle.current().pid())));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	private static URI address(Process process) throws IOException {
		BufferedReader output = process.inputReader();
		try (Stream<String> lines = output.lines()) {
			return lines.filter((line) -> line.startsWith("local-cloud ready on "))
				.map((line) -> URI.create(line.split(" ")[3]))
				.findFirst()
				.orElseThrow();
		}
	}

	private static void stop(Process process, boolean kill) throws InterruptedException {
		if (kill) {
			process.destroyForcibly();
		}
		else {
			process.destroy();
		}
		process.waitFor();
	}

}
