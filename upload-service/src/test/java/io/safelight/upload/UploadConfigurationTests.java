package io.safelight.upload;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadConfigurationTests {

	@Test
	void addressesOfPartsBeginWhereBrowsersReachS3() {
		UploadProperties properties = new Binder(
				new MapConfigurationPropertySource(Map.of("safelight.upload.storage", "http://127.0.0.1:4566")))
			.bind("safelight.upload", UploadProperties.class)
			.get();
		StaticCredentialsProvider credentials = StaticCredentialsProvider
			.create(AwsBasicCredentials.create("id", "secret"));
		try (S3Presigner presigner = new UploadConfiguration().presignerForBrowsers(properties, credentials,
				() -> Region.EU_CENTRAL_1)) {
			assertThat(presigner.presignUploadPart((part) -> part.signatureDuration(Duration.ofHours(1))
				.uploadPartRequest((request) -> request.bucket("incoming").key("ana/1").uploadId("u").partNumber(1)))
				.url()).asString().startsWith("http://127.0.0.1:4566/incoming/ana/1?");
		}
	}

}
