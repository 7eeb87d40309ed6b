package io.safelight.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

import io.safelight.pictures.IccProfile;
import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A photographer gives pictures in, good ones and bad ones.
 */
@Order(1)
class PublishingEndToEndTests {

	private static Marketplace marketplace;

	private static User ana;

	private static final Map<String, Upload> GOOD = new LinkedHashMap<>();

	private static byte[] boatsAsTheyAre;

	@BeforeAll
	static void giveIn() throws Exception {
		marketplace = Marketplace.running();
		ana = marketplace.user("ana");
		Photographs photographs = Photographs.fetched();
		boatsAsTheyAre = unique(JpegFile.read(photographs.bytes("nagasaki-boats")));
		give("boats", "Boats at Nagasaki", boatsAsTheyAre, "harbour", "boats");
		give("rotated", "A canyon on its side", unique(JpegFile.of(photographs.mosaic(2400, 1600)).withExif(6)),
				"canyon");
		give("progressive", "Alps, progressive",
				unique(JpegFile.progressive(photographs.picture("french-alpine-landscape"))), "mountains");
		give("p3", "An onion in Display P3",
				unique(JpegFile.of(photographs.picture("allium-oreophilum")).withProfile(IccProfile.displayP3())),
				"flower");
		give("large", "Twenty megapixels of everything", unique(JpegFile.of(photographs.mosaic(5472, 3648))), "mosaic");
		give("crimson", "Crimson square", unique(JpegFile.of(plain(1200, 1200, 0xC81E28))), "crimson", "plain");
	}

	private static void give(String key, String title, byte[] bytes, String... keywords) throws Exception {
		GOOD.put(key, Upload.opened(ana, key + ".jpg", title, bytes, keywords).completed());
	}

	/**
	 * A file that was never uploaded before, so that these tests may run again and again.
	 */
	private static byte[] unique(JpegFile file) {
		return file.withComments(UUID.randomUUID().toString()).bytes();
	}

	private static Upload good(String key) {
		return Objects.requireNonNull(GOOD.get(key));
	}

	private static BufferedImage plain(int width, int height, int colour) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				picture.setRGB(x, y, colour);
			}
		}
		return picture;
	}

	@Test
	void publishesEveryGoodPhoto() throws Exception {
		for (Upload upload : GOOD.values()) {
			JsonNode publication = upload.ended();
			assertThat(publication.path("state").asString()).as(publication.toPrettyString()).isEqualTo("PUBLISHED");
		}
	}

	@Test
	void keepsATimelineOfEveryStep() throws Exception {
		JsonNode timeline = good("boats").ended().path("timeline");
		assertThat(timeline.toString()).contains("ANALYSING", "RENDERING", "LISTING", "ARCHIVING", "PUBLISHED");
	}

	@Test
	void listsAPhotoWithItsSizesAndPrices() throws Exception {
		Upload boats = good("boats");
		boats.ended();
		JsonNode photo = marketplace.anonymous().get("/api/catalog/v1/photos/" + boats.id()).json();
		assertThat(photo.path("title").asString()).isEqualTo("Boats at Nagasaki");
		assertThat(photo.path("offers").toString()).contains("\"full\"", "EUR").doesNotContain("safelight-sale");
	}

	@Test
	void turnsARotatedPhotoUpright() throws Exception {
		Upload rotated = good("rotated");
		rotated.ended();
		JsonNode photo = marketplace.anonymous().get("/api/catalog/v1/photos/" + rotated.id()).json();
		assertThat(photo.path("width").asInt()).isEqualTo(1600);
		assertThat(photo.path("height").asInt()).isEqualTo(2400);
		BufferedImage preview = preview(rotated, "w800");
		assertThat(preview.getHeight()).isGreaterThan(preview.getWidth());
	}

	@Test
	void findsAPhotoByAWord() throws Exception {
		good("boats").ended();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(search("query=harbour")).contains(good("boats").id()));
	}

	@Test
	void findsAPhotoByItsColourBeforeAllOthers() throws Exception {
		good("crimson").ended();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode found = marketplace.anonymous().get("/api/search/v1/images/search?color=c81e28").json();
			assertThat(found.path("data").path(0).path("title").asString()).isEqualTo("Crimson square");
			assertThat(found.toString()).contains(good("crimson").id());
		});
	}

	private static String search(String query) throws Exception {
		return marketplace.anonymous().get("/api/search/v1/images/search?" + query).text();
	}

	private static BufferedImage preview(Upload upload, String name) throws Exception {
		User.Answer answer = marketplace.anonymous().get("/media/" + upload.id() + "/" + name + ".jpg");
		assertThat(answer.status()).isEqualTo(200);
		return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
	}

	@Test
	void watermarksPreviews() throws Exception {
		Upload crimson = good("crimson");
		crimson.ended();
		BufferedImage preview = preview(crimson, "w800");
		int differing = 0;
		for (int y = 0; y < preview.getHeight(); y++) {
			for (int x = 0; x < preview.getWidth(); x++) {
				int red = preview.getRGB(x, y) >> 16 & 0xFF;
				differing += (Math.abs(red - 0xC8) > 12) ? 1 : 0;
			}
		}
		assertThat(differing).as("pixels of a plain picture that the watermark changed")
			.isGreaterThan(preview.getWidth() * preview.getHeight() / 100);
	}

	@Test
	void leavesNoMetadataInPreviews() throws Exception {
		Upload rotated = good("rotated");
		assertThat(new String(rotated.bytes(), StandardCharsets.ISO_8859_1)).contains(JpegFile.PLACE);
		rotated.ended();
		for (String name : new String[] { "w320", "w800", "w1600" }) {
			byte[] preview = marketplace.anonymous().get("/media/" + rotated.id() + "/" + name + ".jpg").bytes();
			assertThat(new String(preview, StandardCharsets.ISO_8859_1)).doesNotContain(JpegFile.PLACE, "Exif");
		}
	}

	@Test
	void archivesTheOriginalUnchangedInAGlacierClass() throws Exception {
		Upload boats = good("boats");
		boats.ended();
		String key = boats.id() + "/" + Upload.sha256(boatsAsTheyAre);
		try (S3Client s3 = marketplace.s3()) {
			HeadObjectResponse original = s3.headObject((request) -> request.bucket("safelight-originals").key(key));
			assertThat(original.storageClassAsString()).isEqualTo("GLACIER");
			assertThat(original.contentLength()).isEqualTo(boatsAsTheyAre.length);
		}
	}

	@Test
	void tellsThePhotographerInTheInboxAndByMail() throws Exception {
		good("boats").ended();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(ana.get("/api/notification/v1/notifications").text()).contains("Boats at Nagasaki");
			assertThat(marketplace.anonymous().get(marketplace.aws() + "/_safelight/mails?to=ana@example.com").text())
				.contains("Boats at Nagasaki");
		});
	}

	@Test
	void answersADuplicateWithThePhotoThatIsThere() throws Exception {
		good("boats").ended();
		User.Answer again = Upload.open(ana, "again.jpg", "Again", boatsAsTheyAre);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.problem()).isEqualTo("duplicate-photo");
		assertThat(again.text()).contains(good("boats").id());
	}

	@Test
	void rejectsATruncatedPhotoWithAReasonAndWhatToDo() throws Exception {
		byte[] whole = unique(JpegFile.of(Photographs.fetched().picture("march-pastoral")));
		Upload truncated = Upload.opened(ana, "cut.jpg", "Cut", Arrays.copyOf(whole, whole.length / 2)).completed();
		JsonNode publication = truncated.ended();
		assertThat(publication.path("state").asString()).isEqualTo("REJECTED");
		JsonNode reason = publication.path("reasons").path(0);
		assertThat(reason.path("code").asString()).isEqualTo("truncated-file");
		assertThat(reason.path("message").asString()).isNotBlank();
		assertThat(reason.path("repair").asString()).isNotBlank();
		assertThat(marketplace.anonymous().get("/api/catalog/v1/photos/" + truncated.id()).status()).isEqualTo(404);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(ana.get("/api/notification/v1/notifications").text()).contains("cut.jpg"));
	}

	@Test
	void refusesATextThatIsCalledAPhoto() throws Exception {
		byte[] text = ("Dear marketplace, I am letter " + UUID.randomUUID()).repeat(40)
			.getBytes(StandardCharsets.UTF_8);
		User.Answer answer = Upload.opened(ana, "letter.jpg", "A letter", text).sent().complete();
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.problem()).isEqualTo("not-an-image");
		assertThat(answer.json().path("detail").asString()).isNotBlank();
	}

	@Test
	void refusesMoreThanAHundredMegapixelsWithoutDecodingThem() throws Exception {
		byte[] lying = unique(JpegFile.of(plain(64, 64, 0x123456)).declaring(20_000, 20_000));
		User.Answer answer = Upload.opened(ana, "huge.jpg", "Huge", lying).sent().complete();
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.problem()).isEqualTo("too-many-pixels");
	}

	@Test
	void refusesBytesThatAreNotThoseThatWereAnnounced() throws Exception {
		byte[] announced = unique(JpegFile.of(plain(80, 80, 0x224466)));
		Upload upload = Upload.opened(ana, "other.jpg", "Other", announced);
		byte[] other = announced.clone();
		other[announced.length / 2] ^= 1;
		User.Answer answer = new Upload(ana, upload.id(), upload.session(), other).sent().complete();
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.problem()).isEqualTo("checksum-differs");
	}

	@Test
	void refusesZeroBytes() throws Exception {
		User.Answer answer = Upload.open(ana, "nothing.jpg", "Nothing", new byte[0]);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.problem()).isEqualTo("empty-file");
	}

}
