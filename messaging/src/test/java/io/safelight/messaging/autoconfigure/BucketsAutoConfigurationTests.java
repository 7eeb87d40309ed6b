package io.safelight.messaging.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class BucketsAutoConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BucketsAutoConfiguration.class))
		.withUserConfiguration(Account.class);

	private List<String> asked(ApplicationContextRunner application) {
		List<String> asked = new ArrayList<>();
		application.run((context) -> {
			S3Client s3 = context.getBean(S3Client.class);
			s3.putObject((request) -> request.bucket("safelight-incoming").key("a"), RequestBody.fromString("a"));
			s3.getObjectAsBytes((request) -> request.bucket("safelight-incoming").key("a"));
			s3.listPartsPaginator((request) -> request.bucket("safelight-incoming").key("a").uploadId("1"))
				.parts()
				.forEach(Objects::requireNonNull);
			s3.copyObject((request) -> request.sourceBucket("safelight-incoming")
				.sourceKey("a")
				.destinationBucket("safelight-originals")
				.destinationKey("b"));
			asked.addAll(context.getBean(Recorder.class).asked);
		});
		return asked;
	}

	@Test
	void asksForBucketsWithTheEndingOfTheInstallation() {
		assertThat(asked(this.application.withPropertyValues("safelight.bucket-suffix=-photos-example")))
			.containsExactly("PUT /safelight-incoming-photos-example/a", "GET /safelight-incoming-photos-example/a",
					"GET /safelight-incoming-photos-example/a",
					"PUT /safelight-originals-photos-example/b from safelight-incoming-photos-example/a");
	}

	@Test
	void leavesNamesAloneWhereNothingIsSaid() {
		assertThat(asked(this.application)).containsExactly("PUT /safelight-incoming/a", "GET /safelight-incoming/a",
				"GET /safelight-incoming/a", "PUT /safelight-originals/b from safelight-incoming/a");
	}

	@Test
	void refusesAnEndingThatS3DoesNotTake() {
		this.application.withPropertyValues("safelight.bucket-suffix=Photos.Example")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("has to be like -photos-example"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Account {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

		@Bean
		S3Client s3(Recorder recorder) {
			return S3Client.builder()
				.httpClient(recorder)
				.region(Region.EU_CENTRAL_1)
				.endpointOverride(URI.create("http://127.0.0.1:1"))
				.credentialsProvider(AnonymousCredentialsProvider.create())
				.forcePathStyle(true)
				.build();
		}

	}

	/** Answers everything with nothing, and remembers what was asked. */
	static final class Recorder implements SdkHttpClient {

		private final List<String> asked = new ArrayList<>();

		@Override
		public ExecutableHttpRequest prepareRequest(HttpExecuteRequest execution) {
			SdkHttpRequest request = execution.httpRequest();
			this.asked.add(request.method() + " " + request.encodedPath()
					+ request.firstMatchingHeader("x-amz-copy-source").map((source) -> " from " + source).orElse(""));
			return new ExecutableHttpRequest() {
				@Override
				public HttpExecuteResponse call() {
					return HttpExecuteResponse.builder()
						.response(SdkHttpResponse.builder().statusCode(200).build())
						.build();
				}

				@Override
				public void abort() {
				}
			};
		}

		@Override
		public void close() {
		}

	}

}
