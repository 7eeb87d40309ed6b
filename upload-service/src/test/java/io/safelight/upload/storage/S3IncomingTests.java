package io.safelight.upload.storage;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.topology.BucketNames;
import io.safelight.upload.session.ContributorId;
import io.safelight.upload.session.Declaration;
import io.safelight.upload.session.Multipart;
import io.safelight.upload.session.Progress;
import io.safelight.upload.session.Sha256;
import io.safelight.upload.session.Upload;
import io.safelight.upload.session.UploadId;
import io.safelight.upload.session.UploadState;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import static org.assertj.core.api.Assertions.assertThat;

class S3IncomingTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	/** Whoever signs asks nobody. */
	private static final S3Client NOBODY = (S3Client) Proxy.newProxyInstance(S3IncomingTests.class.getClassLoader(),
			new Class<?>[] { S3Client.class }, (proxy, method, arguments) -> {
				throw new AssertionError(method);
			});

	private final Upload upload = new Upload(new ContributorId("ana"), new UploadId(new UUID(0, 1)), 1, null,
			new Declaration("sunset.jpg", "image/jpeg", 2500, new Sha256("00".repeat(32)), null, List.of()),
			new Multipart("m", 1000), NOW, NOW, new Progress(UploadState.OPEN, null, null, List.of(), null, null));

	@Test
	void signsAddressesOfTheBucketAsS3KnowsIt() {
		try (S3Presigner presigner = S3Presigner.builder()
			.region(Region.EU_CENTRAL_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
			.serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
			.build()) {
			S3Incoming incoming = new S3Incoming(NOBODY, presigner, new BucketNames("-photos-example"),
					"safelight-incoming", Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC));
			assertThat(incoming.sign(this.upload, this.upload.parts())).hasSize(3)
				.allSatisfy((part) -> assertThat(part.url()).hasHost("s3.eu-central-1.amazonaws.com")
					.hasPath("/safelight-incoming-photos-example/ana/00000000-0000-0000-0000-000000000001"));
			assertThat(incoming.bucket()).as("what others are told").isEqualTo("safelight-incoming");
		}
	}

}
