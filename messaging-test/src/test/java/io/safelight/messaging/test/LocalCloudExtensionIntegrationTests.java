package io.safelight.messaging.test;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The extension against the local cloud that it starts.
 */
@LocalCloudTest
class LocalCloudExtensionIntegrationTests {

	@Test
	void startsACloudThatAnswers(LocalCloud cloud) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> health = client.send(
					HttpRequest.newBuilder(cloud.endpoint().resolve("/_safelight/health")).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(health.statusCode()).isEqualTo(200);
			assertThat(health.body()).contains("\"sqs\":\"up\"", "\"sns\":\"up\"", "\"s3\":\"up\"");
		}
	}

	@Test
	void startsOneCloudForAllTests(LocalCloud cloud) {
		assertThat(LocalCloudExtension.running()).isSameAs(cloud);
	}

	@Test
	void pointsTheSdkAtTheCloud(LocalCloud cloud) {
		assertThat(System.getProperty("aws.endpointUrl")).isEqualTo(cloud.endpoint().toString());
		assertThat(System.getProperty("aws.accessKeyId")).isNotEmpty();
	}

}
