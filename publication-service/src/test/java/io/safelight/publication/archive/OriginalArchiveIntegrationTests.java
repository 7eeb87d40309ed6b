package io.safelight.publication.archive;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.publication.saga.ArchivedOriginal;
import io.safelight.publication.saga.OriginalFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@LocalCloudTest
class OriginalArchiveIntegrationTests {

	private final String bucket = "archive-" + UUID.randomUUID();

	private final String photoId = UUID.randomUUID().toString();

	private final byte[] bytes = "the bytes of an original".repeat(1000)
		.getBytes(java.nio.charset.StandardCharsets.UTF_8);

	private S3Client s3;

	private String etag = "";

	@BeforeEach
	void upload() {
		this.s3 = S3Client.builder().forcePathStyle(true).build();
		this.s3.createBucket((request) -> request.bucket(this.bucket));
		this.etag = put(this.bytes);
	}

	private String put(byte[] content) {
		return this.s3
			.putObject((request) -> request.bucket(this.bucket).key("incoming"), RequestBody.fromBytes(content))
			.eTag();
	}

	private OriginalFile source(long size) throws Exception {
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.bytes));
		return new OriginalFile(this.bucket, "incoming", sha256, size, "image/jpeg", 100, 100);
	}

	private OriginalArchive archive() {
		return new OriginalArchive(this.s3, this.bucket);
	}

	private HeadObjectResponse head(ArchivedOriginal kept) {
		return this.s3.headObject((request) -> request.bucket(kept.bucket()).key(kept.key()));
	}

	@Test
	void keepsAnOriginalUnderItsHashInGlacier() throws Exception {
		ArchivedOriginal kept = archive().keep(this.photoId, source(this.bytes.length), this.etag);
		assertThat(kept.key()).isEqualTo(this.photoId + "/" + kept.sha256());
		assertThat(kept.storageClass()).isEqualTo("GLACIER");
		assertThat(head(kept).storageClassAsString()).isEqualTo("GLACIER");
		assertThat(head(kept).eTag()).isEqualTo(this.etag);
	}

	@Test
	void changesNothingWhenDoneAgainEvenWhenTheSourceIsGone() throws Exception {
		ArchivedOriginal first = archive().keep(this.photoId, source(this.bytes.length), this.etag);
		this.s3.deleteObject((request) -> request.bucket(this.bucket).key("incoming"));
		assertThat(archive().keep(this.photoId, source(this.bytes.length), this.etag)).isEqualTo(first);
	}

	@Test
	void doesNotKeepAnotherObjectThanTheOneThatWasAnalysed() throws Exception {
		put("something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		OriginalFile source = source(this.bytes.length);
		assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> archive().keep(this.photoId, source, this.etag))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(412));
	}

	@Test
	void noticesThatSomethingElseHasArrived() throws Exception {
		put("something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		OriginalFile source = source(this.bytes.length);
		assertThatExceptionOfType(ArchiveMismatchException.class)
			.isThrownBy(() -> archive().keep(this.photoId, source, null))
			.withMessageContaining("instead of 24000");
	}

	@Test
	void failsForNowWhenTheSourceIsMissing() throws Exception {
		this.s3.deleteObject((request) -> request.bucket(this.bucket).key("incoming"));
		OriginalFile source = source(this.bytes.length);
		assertThatExceptionOfType(NoSuchKeyException.class)
			.isThrownBy(() -> archive().keep(this.photoId, source, this.etag));
	}

}
