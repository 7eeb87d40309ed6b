package io.safelight.publication.analysis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.safelight.publication.moderation.SeenLabel;
import io.safelight.publication.saga.Label;
import io.safelight.publication.saga.Quality;
import io.safelight.publication.saga.RejectionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ProvisionedThroughputExceededException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The SDK's client against answers as the real service gives them, which no emulator of
 * ours can: it has no model.
 */
class RekognitionIntegrationTests {

	private final Map<String, String> answers = new HashMap<>();

	private HttpServer server;

	private RekognitionClient client;

	private int status = 200;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.client = RekognitionClient.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.overrideConfiguration((override) -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
			.build();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceAll(".*\\.", "");
		byte[] body = this.answers.getOrDefault(operation, "{}").getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
		exchange.sendResponseHeaders(this.status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private Sighting look() throws UnusablePhotoException {
		return new Rekognition(this.client).look(new byte[] { 1, 2, 3 });
	}

	@Test
	void reportsWhatRekognitionSees() throws Exception {
		this.answers.put("DetectLabels", """
				{"LabelModelVersion": "3.0", "Labels": [{"Name": "Sea", "Confidence": 98.213}],
				"ImageProperties": {"Quality": {"Brightness": 80.04, "Sharpness": 91.1, "Contrast": 60.0}}}""");
		this.answers.put("DetectModerationLabels", """
				{"ModerationModelVersion": "7.0", "ModerationLabels": [
				{"Name": "Explicit Nudity", "ParentName": "Explicit", "Confidence": 97.55},
				{"Name": "Explicit", "ParentName": "", "Confidence": 97.55}]}""");
		Sighting sighting = look();
		assertThat(sighting.labelsEvaluated()).isTrue();
		assertThat(sighting.labels()).containsExactly(new Label("Sea", 98.2));
		assertThat(sighting.quality()).isEqualTo(new Quality(80.0, 91.1, 60.0));
		assertThat(sighting.moderationEvaluated()).isTrue();
		assertThat(sighting.moderationLabels()).containsExactly(new SeenLabel("Explicit Nudity", "Explicit", 97.6),
				new SeenLabel("Explicit", null, 97.6));
	}

	@Test
	void knowsThatNobodyHasLooked() throws Exception {
		this.answers.put("DetectLabels", "{\"LabelModelVersion\": \"not-evaluated\", \"Labels\": []}");
		this.answers.put("DetectModerationLabels",
				"{\"ModerationModelVersion\": \"not-evaluated\", \"ModerationLabels\": []}");
		Sighting sighting = look();
		assertThat(sighting.labelsEvaluated()).isFalse();
		assertThat(sighting.moderationEvaluated()).isFalse();
		assertThat(sighting.quality()).isNull();
	}

	@Test
	void refusesAFileThatRekognitionCannotRead() {
		this.status = 400;
		this.answers.put("DetectLabels", "{\"__type\": \"InvalidImageFormatException\", \"Message\": \"no\"}");
		assertThatExceptionOfType(UnusablePhotoException.class).isThrownBy(this::look)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(RejectionCode.UNREADABLE_FILE));
	}

	@Test
	void failsForNowWhenRekognitionThrottles() {
		this.status = 400;
		this.answers.put("DetectLabels",
				"{\"__type\": \"ProvisionedThroughputExceededException\", \"Message\": \"slow down\"}");
		assertThatExceptionOfType(ProvisionedThroughputExceededException.class).isThrownBy(this::look);
	}

}
