package io.safelight.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * S3 through the SDK and through presigned links.
 */
class S3IntegrationTests {

	private static final int PART = 5 * 1024 * 1024;

	private final S3Client s3 = CloudOfTests.s3();

	private final S3Presigner presigner = CloudOfTests.presigner();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String bucket = "b-" + UUID.randomUUID();

	@BeforeEach
	void createBucket() {
		this.s3.createBucket((request) -> request.bucket(this.bucket));
	}

	@Test
	void keepsObjectsUnderAnyKey() {
		for (String key : List.of("plain", "with space/ü+(1)&~'*.jpg", "a//b/../c", "100%25")) {
			put(key, key);
			assertThat(this.s3.getObjectAsBytes((request) -> request.bucket(this.bucket).key(key)).asUtf8String())
				.isEqualTo(key);
		}
		assertThat(this.s3.listObjectsV2((request) -> request.bucket(this.bucket)).contents()).hasSize(4);
	}

	@Test
	void answersRangesAndHeads() {
		put("key", "0123456789");
		assertThat(this.s3.getObjectAsBytes((request) -> request.bucket(this.bucket).key("key").range("bytes=2-4"))
			.asUtf8String()).isEqualTo("234");
		HeadObjectResponse head = this.s3.headObject((request) -> request.bucket(this.bucket).key("key"));
		assertThat(head.contentLength()).isEqualTo(10);
		assertThat(head.contentType()).isEqualTo("text/plain");
		assertThat(head.metadata()).containsEntry("owner", "ana");
		assertThatExceptionOfType(NoSuchKeyException.class)
			.isThrownBy(() -> this.s3.headObject((request) -> request.bucket(this.bucket).key("other")));
	}

	@Test
	void movesAnObjectToAGlacierClass() {
		put("key", "content");
		this.s3.copyObject((request) -> request.sourceBucket(this.bucket)
			.sourceKey("key")
			.destinationBucket(this.bucket)
			.destinationKey("key")
			.storageClass(StorageClass.GLACIER));
		HeadObjectResponse head = this.s3.headObject((request) -> request.bucket(this.bucket).key("key"));
		assertThat(head.storageClass()).isEqualTo(StorageClass.GLACIER);
		assertThat(head.contentType()).isEqualTo("text/plain");
		assertThat(head.metadata()).containsEntry("owner", "ana");
	}

	@Test
	void replacesTheMetadataOfACopy() {
		put("key", "content");
		this.s3.copyObject((request) -> request.sourceBucket(this.bucket)
			.sourceKey("key")
			.destinationBucket(this.bucket)
			.destinationKey("copy")
			.metadataDirective(MetadataDirective.REPLACE)
			.cacheControl("max-age=60")
			.metadata(Map.of("owner", "ben")));
		HeadObjectResponse head = this.s3.headObject((request) -> request.bucket(this.bucket).key("copy"));
		assertThat(head.cacheControl()).isEqualTo("max-age=60");
		assertThat(head.metadata()).containsExactlyEntriesOf(Map.of("owner", "ben"));
	}

	@Test
	void refusesToReadAnArchivedObject() {
		this.s3.putObject((request) -> request.bucket(this.bucket).key("key").storageClass(StorageClass.DEEP_ARCHIVE),
				RequestBody.fromString("content"));
		assertThatExceptionOfType(InvalidObjectStateException.class)
			.isThrownBy(() -> this.s3.getObject((request) -> request.bucket(this.bucket).key("key")));
		assertThat(this.s3.headObject((request) -> request.bucket(this.bucket).key("key")).contentLength())
			.isEqualTo(7);
	}

	@Test
	void createsAnObjectOnlyOnce() {
		this.s3.putObject((request) -> request.bucket(this.bucket).key("key").ifNoneMatch("*"),
				RequestBody.fromString("first"));
		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.s3.putObject((request) -> request.bucket(this.bucket).key("key").ifNoneMatch("*"),
					RequestBody.fromString("second")))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(412));
	}

	@Test
	void putsPartsTogetherThatWereUploadedByPresignedLinks() throws IOException, InterruptedException {
		String upload = this.s3
			.createMultipartUpload((request) -> request.bucket(this.bucket).key("large").contentType("image/jpeg"))
			.uploadId();
		byte[] content = new byte[PART + 1000];
		new Random(1).nextBytes(content);
		List<byte[]> parts = List.of(Arrays.copyOf(content, PART), Arrays.copyOfRange(content, PART, content.length));
		List<CompletedPart> completed = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			int number = i + 1;
			URI link = uri(
					this.presigner
						.presignUploadPart((presign) -> presign.signatureDuration(Duration.ofMinutes(5))
							.uploadPartRequest((
									part) -> part.bucket(this.bucket).key("large").uploadId(upload).partNumber(number)))
						.url());
			HttpResponse<String> response = this.http.send(HttpRequest.newBuilder(link)
				.expectContinue(true)
				.PUT(BodyPublishers.ofByteArray(parts.get(i)))
				.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(200);
			String etag = response.headers().firstValue("ETag").orElseThrow();
			completed.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
		}
		assertThat(this.s3.listParts((request) -> request.bucket(this.bucket).key("large").uploadId(upload)).parts())
			.hasSize(2);
		String location = this.s3
			.completeMultipartUpload((request) -> request.bucket(this.bucket)
				.key("large")
				.uploadId(upload)
				.multipartUpload((all) -> all.parts(completed)))
			.location();
		assertThat(location).startsWith(CloudOfTests.endpoint().toString());
		assertThat(this.s3.getObjectAsBytes((request) -> request.bucket(this.bucket).key("large")).asByteArray())
			.isEqualTo(content);
		assertThat(this.s3.headObject((request) -> request.bucket(this.bucket).key("large")).contentType())
			.isEqualTo("image/jpeg");
	}

	@Test
	void abortsAnUploadInPartsWithoutHarmToOthersOfTheSameKey() {
		String kept = begin("twice");
		String aborted = begin("twice");
		String etag = part("twice", kept);
		abort("twice", aborted);
		assertThat(this.s3.listParts((request) -> request.bucket(this.bucket).key("twice").uploadId(kept)).parts())
			.hasSize(1);
		this.s3.completeMultipartUpload((request) -> request.bucket(this.bucket)
			.key("twice")
			.uploadId(kept)
			.multipartUpload((all) -> all.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
		abort("twice", begin("twice"));
		assertThat(this.s3.headObject((request) -> request.bucket(this.bucket).key("twice")).contentLength())
			.isEqualTo(5);
	}

	@Test
	void abortsAnUploadInPartsOnce() {
		String upload = begin("once");
		part("once", upload);
		abort("once", upload);
		assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> abort("once", upload))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("NoSuchUpload"));
		assertThat(this.s3.listObjectsV2((request) -> request.bucket(this.bucket).prefix("once")).contents()).isEmpty();
	}

	private String begin(String key) {
		return this.s3.createMultipartUpload((request) -> request.bucket(this.bucket).key(key)).uploadId();
	}

	private String part(String key, String upload) {
		return this.s3
			.uploadPart((request) -> request.bucket(this.bucket).key(key).uploadId(upload).partNumber(1),
					RequestBody.fromString("photo"))
			.eTag();
	}

	private void abort(String key, String upload) {
		this.s3.abortMultipartUpload((request) -> request.bucket(this.bucket).key(key).uploadId(upload));
	}

	@Test
	void keepsChecksumsOfMultipartUploads() {
		String upload = this.s3
			.createMultipartUpload(
					(request) -> request.bucket(this.bucket).key("sum").checksumAlgorithm(ChecksumAlgorithm.SHA256))
			.uploadId();
		String checksum = this.s3
			.uploadPart((request) -> request.bucket(this.bucket)
				.key("sum")
				.uploadId(upload)
				.partNumber(1)
				.checksumAlgorithm(ChecksumAlgorithm.SHA256), RequestBody.fromString("content"))
			.checksumSHA256();
		String etag = this.s3.listParts((request) -> request.bucket(this.bucket).key("sum").uploadId(upload))
			.parts()
			.getFirst()
			.eTag();
		this.s3.completeMultipartUpload((request) -> request.bucket(this.bucket)
			.key("sum")
			.uploadId(upload)
			.multipartUpload((all) -> all
				.parts(CompletedPart.builder().partNumber(1).eTag(etag).checksumSHA256(checksum).build())));
		assertThat(this.s3
			.headObject((request) -> request.bucket(this.bucket).key("sum").checksumMode(ChecksumMode.ENABLED))
			.checksumSHA256()).isNotEmpty();
	}

	@Test
	void refusesAWrongChecksum() {
		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.s3.putObject(
					(request) -> request.bucket(this.bucket)
						.key("key")
						.checksumSHA256("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
					RequestBody.fromString("content")))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(400));
	}

	@Test
	void listsInPages() {
		IntStream.range(0, 5).forEach((i) -> put("dir/" + i, "x"));
		put("other/1", "x");
		ListObjectsV2Response first = this.s3
			.listObjectsV2((request) -> request.bucket(this.bucket).prefix("dir/").maxKeys(2));
		assertThat(first.isTruncated()).isTrue();
		assertThat(this.s3.listObjectsV2Paginator((request) -> request.bucket(this.bucket).prefix("dir/").maxKeys(2))
			.contents()).extracting(S3Object::key).containsExactly("dir/0", "dir/1", "dir/2", "dir/3", "dir/4");
		assertThat(this.s3.listObjectsV2((request) -> request.bucket(this.bucket).delimiter("/")).commonPrefixes())
			.extracting((prefix) -> prefix.prefix())
			.containsExactly("dir/", "other/");
		this.s3.deleteObjects((request) -> request.bucket(this.bucket)
			.delete((delete) -> delete.objects(ObjectIdentifier.builder().key("dir/0").build())));
		assertThat(this.s3.listObjectsV2((request) -> request.bucket(this.bucket)).keyCount()).isEqualTo(5);
	}

	@Test
	void keepsConfigurations() {
		this.s3.putBucketLifecycleConfiguration((request) -> request.bucket(this.bucket)
			.lifecycleConfiguration(BucketLifecycleConfiguration.builder()
				.rules(LifecycleRule.builder()
					.id("abort")
					.status(ExpirationStatus.ENABLED)
					.filter((filter) -> filter.prefix(""))
					.abortIncompleteMultipartUpload((abort) -> abort.daysAfterInitiation(1))
					.build())
				.build()));
		assertThat(this.s3.getBucketLifecycleConfiguration((request) -> request.bucket(this.bucket)).rules())
			.hasSize(1);
		this.s3.putBucketCors((request) -> request.bucket(this.bucket)
			.corsConfiguration((cors) -> cors.corsRules(CORSRule.builder()
				.allowedMethods("PUT")
				.allowedOrigins("https://safelight.example")
				.exposeHeaders("ETag")
				.build())));
		assertThat(this.s3.getBucketCors((request) -> request.bucket(this.bucket)).corsRules()).singleElement()
			.satisfies((rule) -> assertThat(rule.allowedOrigins()).containsExactly("https://safelight.example"));
		this.s3.deleteBucketCors((request) -> request.bucket(this.bucket));
		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.s3.getBucketCors((request) -> request.bucket(this.bucket)))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("NoSuchCORSConfiguration"));
	}

	@Test
	void saysWhatIsNotEmulated() {
		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.s3.getBucketNotificationConfiguration((request) -> request.bucket(this.bucket)))
			.satisfies((ex) -> assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("NotImplemented"));
	}

	@Test
	void refusesAWrongSecret() {
		try (S3Client stranger = CloudOfTests.client(S3Client.builder(), CloudOfTests.endpoint(), "test", "wrong")) {
			assertThatExceptionOfType(S3Exception.class)
				.isThrownBy(() -> stranger.putObject((request) -> request.bucket(this.bucket).key("key"),
						RequestBody.fromString("x")))
				.satisfies((ex) -> {
					assertThat(ex.statusCode()).isEqualTo(403);
					assertThat(ex.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
				});
		}
	}

	@Test
	void refusesARequestWithoutASignature() throws IOException, InterruptedException {
		HttpResponse<String> response = get(CloudOfTests.endpoint().resolve("/" + this.bucket + "/key"));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("<Code>AccessDenied</Code>");
	}

	@Test
	void refusesAnExpiredLink() throws IOException, InterruptedException {
		put("key", "content");
		HttpResponse<String> response = get(link(Clock.systemUTC().instant().minusSeconds(120)));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("<Code>AccessDenied</Code>", "Request has expired");
		assertThat(get(link(Clock.systemUTC().instant())).body()).isEqualTo("content");
	}

	@Test
	void refusesALinkThatWasChanged() throws IOException, InterruptedException {
		put("key", "content");
		put("secret", "content");
		String link = link(Clock.systemUTC().instant()).toString().replace("/key?", "/secret?");
		HttpResponse<String> response = get(URI.create(link));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("<Code>SignatureDoesNotMatch</Code>");
	}

	@Test
	void letsPagesOfThisMachineUpload() throws IOException, InterruptedException {
		HttpResponse<String> response = this.http
			.send(HttpRequest.newBuilder(CloudOfTests.endpoint().resolve("/" + this.bucket + "/key"))
				.method("OPTIONS", BodyPublishers.noBody())
				.header("Origin", "http://127.0.0.1:8080")
				.header("Access-Control-Request-Method", "PUT")
				.header("Access-Control-Request-Headers", "content-type")
				.build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("http://127.0.0.1:8080");
		assertThat(response.headers().firstValue("Access-Control-Allow-Headers")).contains("content-type");
		assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElse("")).contains("ETag");
	}

	@Test
	void streamsLargeObjectsBothWays() throws IOException, NoSuchAlgorithmException {
		long size = 200L * 1024 * 1024;
		this.s3.putObject((request) -> request.bucket(this.bucket).key("large"),
				RequestBody.fromContentProvider(() -> new Zeros(size), size, "application/octet-stream"));
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		long length = 0;
		try (InputStream in = this.s3.getObject((request) -> request.bucket(this.bucket).key("large"))) {
			byte[] buffer = new byte[65536];
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, 0, count);
				length += count;
			}
		}
		assertThat(length).isEqualTo(size);
		assertThat(HexFormat.of().formatHex(digest.digest())).isNotEmpty();
	}

	private void put(String key, String content) {
		this.s3.putObject((request) -> request.bucket(this.bucket)
			.key(key)
			.contentType("text/plain")
			.metadata(Map.of("owner", "ana")), RequestBody.fromString(content));
	}

	private HttpResponse<String> get(URI link) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
	}

	// The presigner knows no clock: the signer beneath it does.
	private URI link(Instant signedAt) {
		return AwsV4HttpSigner.create()
			.sign((request) -> request.identity(AwsCredentialsIdentity.create("test", "test"))
				.request(SdkHttpRequest.builder()
					.method(SdkHttpMethod.GET)
					.uri(CloudOfTests.endpoint().resolve("/" + this.bucket + "/key"))
					.build())
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
				.putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
				.putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
				.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
				.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
				.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(1))
				.putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC)))
			.request()
			.getUri();
	}

	private static URI uri(URL url) {
		return URI.create(url.toString());
	}

	/**
	 * As many zeros as wanted.
	 */
	private static final class Zeros extends InputStream {

		private long left;

		Zeros(long size) {
			this.left = size;
		}

		@Override
		public int read() {
			return (this.left-- > 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			if (this.left <= 0) {
				return -1;
			}
			int count = (int) Math.min(length, this.left);
			Arrays.fill(bytes, offset, offset + count, (byte) 0);
			this.left -= count;
			return count;
		}

	}

}
