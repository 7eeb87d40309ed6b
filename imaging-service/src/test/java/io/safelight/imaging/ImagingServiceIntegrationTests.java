package io.safelight.imaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.safelight.pictures.JpegFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.imaging.ImagingScenario.PhotoUnderTest;
import io.safelight.imaging.render.Drawings;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The whole service on a cloud of its own.
 */
@LocalCloudTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ImagingServiceIntegrationTests {

	private static final String PUBLIC = "generate-public-renditions.v1";

	private static final String SALE = "generate-sale-sizes.v1";

	private static final String DISCARD = "discard-renditions.v1";

	@Autowired
	private S3Client s3;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ParkedMessages parked;

	@LocalServerPort
	private int port;

	private ImagingScenario scenario;

	@BeforeEach
	void listen() {
		this.scenario = new ImagingScenario(this.s3, this.sns, this.sqs);
	}

	@Test
	void makesPublicRenditionsWithoutMetadata() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(1800, 1200)).withExif(6).bytes());
		JsonNode data = answer(PUBLIC, photo).data();
		assertThat(data.path("renditions").findValuesAsString("name")).containsExactly("w320", "w800", "w1600");
		assertThat(data.path("width").asInt()).isEqualTo(1200);
		assertThat(data.path("height").asInt()).isEqualTo(1800);
		assertThat(data.path("colours")).isNotEmpty();
		assertThat(data.path("placeholder").asString()).isNotBlank();
		assertThat(data.path("fingerprint").asString()).hasSize(640);
		assertThat(this.scenario.keys("safelight-public", photo)).filteredOn((key) -> key.endsWith(".jpg"))
			.containsExactly("w1600-" + photo.hash16() + ".jpg", "w320-" + photo.hash16() + ".jpg",
					"w800-" + photo.hash16() + ".jpg");
		assertThat(data.path("quality").path("brightness").asDouble()).isBetween(20.0, 80.0);
		assertThat(data.path("quality").path("noise").asDouble()).isLessThan(1.0);
		data.path("renditions").forEach((rendition) -> assertStored("safelight-public", rendition));
		data.path("alternates").forEach((rendition) -> assertStored("safelight-public", rendition));
	}

	@Test
	void makesSaleSizesInTheirOwnBucket() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(1800, 1200)).withExif(1).bytes());
		JsonNode data = answer(SALE, photo).data();
		assertThat(data.path("sizes").findValuesAsString("name")).containsExactly("p1000", "full");
		data.path("sizes").forEach((size) -> assertStored("safelight-sale", size));
	}

	@Test
	void keepsWhatIsForSaleWhereItIsCheapAndAtHand() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		answer(SALE, photo).data()
			.path("sizes")
			.forEach((size) -> assertThat(this.scenario.storageClass("safelight-sale", size.path("key").asString()))
				.isEqualTo("GLACIER_IR"));
	}

	@Test
	void decodesAPhotoOnceForBothCommands() {
		double rendered = this.meters.timer("imaging.render").count();
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(1800, 1200)).bytes());
		Envelope publicCommand = this.scenario.command(PUBLIC, photo, 1, 2);
		Envelope saleCommand = this.scenario.command(SALE, photo, 1, 2);
		this.scenario.send(publicCommand);
		this.scenario.send(saleCommand);
		assertThat(awaitAnswer(publicCommand).data().path("renditions")).hasSize(3);
		assertThat(awaitAnswer(saleCommand).data().path("sizes")).hasSize(2);
		assertThat(this.meters.timer("imaging.render").count() - rendered).isEqualTo(1);
	}

	@Test
	void answersACommandOnceHoweverOftenItComes() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		Envelope command = this.scenario.command(PUBLIC, photo, 1, 2);
		this.scenario.send(command);
		this.scenario.send(command);
		awaitAnswer(command);
		this.scenario.send(command);
		// The queue is read in no order, so hear a whole other conversation before
		// judging.
		answer(SALE, photo);
		assertThat(this.scenario.answersTo(command)).extracting(Envelope::id).hasSize(1);
	}

	@Test
	void answersALaterTryFromWhatIsThere() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		Envelope first = answer(SALE, photo);
		long rendered = this.meters.timer("imaging.render").count();
		Envelope second = this.scenario.command(SALE, photo, 2, 3);
		this.scenario.send(second);
		JsonNode data = awaitAnswer(second).data();
		assertThat(data.path("epoch").asInt()).isEqualTo(2);
		assertThat(data.path("sizes")).isEqualTo(first.data().path("sizes"));
		assertThat(this.meters.timer("imaging.render").count()).isEqualTo(rendered);
	}

	@Test
	void refusesAPoisonFileWithAReason() {
		PhotoUnderTest photo = this.scenario.upload("<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII));
		Envelope answer = answer(PUBLIC, photo);
		assertThat(answer.type().name()).isEqualTo("rendition-failed.v1");
		assertThat(answer.data().path("permanent").asBoolean()).isTrue();
		assertThat(answer.data().path("code").asString()).isEqualTo("unsupported-type");
		assertThat(answer.data().path("reason").asString()).contains("JPEG");
		assertThat(this.scenario.keys("safelight-public", photo)).isEmpty();
	}

	@Test
	void refusesATruncatedFileWithAReason() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(900, 600)).cutAt(0.5));
		JsonNode data = answer(SALE, photo).data();
		assertThat(data.path("code").asString()).isEqualTo("truncated-file");
		assertThat(data.path("kind").asString()).isEqualTo("sale");
	}

	@Test
	void refusesAnOriginalThatIsNotTheOneNamed() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(400, 300)).bytes());
		JsonNode data = answer(SALE, new PhotoUnderTest(photo.id(), "0".repeat(64))).data();
		assertThat(data.path("permanent").asBoolean()).isTrue();
		assertThat(data.path("reason").asString()).contains("checksum");
	}

	@Test
	void saysThatAnOriginalIsMissing() {
		JsonNode data = answer(PUBLIC, new PhotoUnderTest("11111111-2222-4333-8444-555555555555", "0".repeat(64)))
			.data();
		assertThat(data.path("code").asString()).isEqualTo("original-missing");
	}

	@Test
	void deletesEverythingAndDoesNotBringItBack() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		answer(PUBLIC, photo);
		answer(SALE, photo);
		Envelope discard = this.scenario.command(DISCARD, photo, 1, 6);
		this.scenario.send(discard);
		assertThat(awaitAnswer(discard).type().name()).isEqualTo("renditions-discarded.v1");
		Envelope late = this.scenario.command(PUBLIC, photo, 3, 5);
		this.scenario.send(late);
		Envelope again = this.scenario.command(DISCARD, photo, 2, 7);
		this.scenario.send(again);
		awaitAnswer(again);
		assertThat(this.scenario.answersTo(late)).isEmpty();
		assertThat(this.scenario.keys("safelight-public", photo)).isEmpty();
		assertThat(this.scenario.keys("safelight-sale", photo)).isEmpty();
		assertThat(get(photo, "w320").status()).isEqualTo(404);
	}

	@Test
	void parksACommandThatNamesNoPhoto() {
		Envelope command = this.scenario.envelope(PUBLIC, "nothing", 1, Map.of("epoch", 1));
		this.scenario.send(command);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.parked.list(100, null).items())
				.anySatisfy((message) -> assertThat(message.messageId()).isEqualTo(command.id())));
	}

	@Test
	void showsPublicRenditionsToEverybodyForGood() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		JsonNode rendition = answer(PUBLIC, photo).data().path("renditions").path(0);
		Answer response = get(photo, "w320");
		assertThat(response.status()).isEqualTo(200);
		assertThat(ImagingScenario.sha256(response.bytes())).isEqualTo(rendition.path("sha256").asString());
		assertThat(header(response, "ETag")).containsExactly('"' + rendition.path("sha256").asString() + '"');
		assertThat(header(response, "Content-Type")).containsExactly("image/jpeg");
		assertThat(header(response, "Cache-Control")).containsExactly("max-age=31536000, public, immutable");
		assertThat(header(response, "X-Content-Type-Options")).containsExactly("nosniff");
	}

	@Test
	void showsWebpToThoseWhoKnowIt() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		JsonNode alternates = answer(PUBLIC, photo).data().path("alternates");
		assumeThat(alternates).as("copies by libwebp7").isNotEmpty();
		Answer webp = get(photo, "w320", "Accept", "image/avif,image/webp,image/*,*/*;q=0.8");
		assertThat(header(webp, "Content-Type")).containsExactly("image/webp");
		assertThat(header(webp, "Vary").toString()).contains("Accept");
		assertThat(ImagingScenario.sha256(webp.bytes())).isEqualTo(alternates.path(0).path("sha256").asString());
		Answer jpeg = get(photo, "w320", "Accept", "image/png,*/*");
		assertThat(header(jpeg, "Content-Type")).containsExactly("image/jpeg");
		assertThat(header(jpeg, "Vary").toString()).contains("Accept");
		assertThat(header(jpeg, "ETag")).isNotEqualTo(header(webp, "ETag"));
	}

	@Test
	void findsTheCopiesOfARunThatDiedBeforeItCouldSaySo() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		String key = photo.id() + "/w320-" + photo.hash16() + ".jpg";
		this.s3.putObject((request) -> request.bucket("safelight-public").key(key),
				RequestBody.fromString("made by another encoder"));
		JsonNode rendition = answer(PUBLIC, photo).data().path("renditions").path(0);
		assertThat(this.scenario.bytes("safelight-public", key)).asString().isEqualTo("made by another encoder");
		assertThat(rendition.path("key").asString()).isEqualTo(key);
		assertThat(rendition.path("bytes").asInt()).isEqualTo(23);
	}

	@Test
	void sendsNothingToThoseWhoHaveIt() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(640, 480)).bytes());
		String tag = '"' + answer(PUBLIC, photo).data().path("renditions").path(0).path("sha256").asString() + '"';
		Answer response = get(photo, "w320", "If-None-Match", tag);
		assertThat(response.status()).isEqualTo(304);
		assertThat(response.bytes()).isEmpty();
		assertThat(header(response, "ETag")).containsExactly(tag);
		Answer head = Visitor.anonymous(this.port).head(path(photo, "w320"));
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.bytes()).isEmpty();
		assertThat(header(head, "ETag")).containsExactly(tag);
	}

	@Test
	void neverShowsWhatIsForSale() {
		PhotoUnderTest photo = this.scenario.upload(JpegFile.of(Drawings.landscape(1200, 800)).bytes());
		answer(PUBLIC, photo);
		answer(SALE, photo);
		for (String name : List.of("full", "p1000", "full-" + photo.hash16(), "w320-" + photo.hash16(), "W320")) {
			Answer response = get(photo, name);
			assertThat(response.status()).as(name).isEqualTo(404);
			assertThat(header(response, "Content-Type")).containsExactly("application/problem+json");
			assertThat(header(response, "Cache-Control").toString()).doesNotContain("immutable");
		}
	}

	@Test
	void isHealthyAndDescribesItself() {
		assertThat(text("/actuator/health/readiness")).contains("UP");
		assertThat(text("/actuator/prometheus")).contains("imaging_pixels_free");
		assertThat(text("/v3/api-docs")).contains("/v1/media/{photoId}/{name}.jpg");
	}

	private Envelope answer(String type, PhotoUnderTest photo) {
		Envelope command = this.scenario.command(type, photo, 1, 2);
		this.scenario.send(command);
		return awaitAnswer(command);
	}

	private Envelope awaitAnswer(Envelope command) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.scenario.answersTo(command), (answers) -> !answers.isEmpty())
			.getFirst();
	}

	private void assertStored(String bucket, JsonNode rendition) {
		assertThat(rendition.path("bucket").asString()).isEqualTo(bucket);
		byte[] bytes = this.scenario.bytes(bucket, rendition.path("key").asString());
		assertThat(bytes).hasSize(rendition.path("bytes").asInt());
		assertThat(ImagingScenario.sha256(bytes)).isEqualTo(rendition.path("sha256").asString());
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(JpegFile.PLACE, "Exif");
	}

	private Answer get(PhotoUnderTest photo, String name, String... headers) {
		return Visitor.anonymous(this.port).get(path(photo, name), headers);
	}

	private static String path(PhotoUnderTest photo, String name) {
		return "/v1/media/%s/%s.jpg".formatted(photo.id(), name);
	}

	private String text(String path) {
		return Visitor.anonymous(this.port).get(path).text();
	}

	private static List<String> header(Answer response, String name) {
		return response.headers().allValues(name);
	}

}
