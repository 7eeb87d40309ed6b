package io.safelight.acceptance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A buyer licenses a photo and takes it away through links that work once.
 */
@Order(2)
class BuyingEndToEndTests {

	private static Marketplace marketplace;

	private static User ben;

	private static User bea;

	private static String photoId;

	private static String orderKey = UUID.randomUUID().toString();

	private static JsonNode order;

	private static String licenceId;

	@BeforeAll
	static void buy() throws Exception {
		marketplace = Marketplace.running();
		ben = marketplace.user("ben");
		bea = marketplace.user("bea");
		Upload upload = Upload
			.opened(marketplace.user("paul"), "meadow.jpg", "A meadow for sale",
					JpegFile.of(Photographs.fetched().mosaic(1800, 1200))
						.withExif(1)
						.withComments(UUID.randomUUID().toString())
						.bytes(),
					"meadow")
			.completed();
		assertThat(upload.ended().path("state").asString()).isEqualTo("PUBLISHED");
		photoId = upload.id();
		await().atMost(Duration.ofSeconds(30)).until(() -> order().status() / 100 == 2);
		order = order().json();
		licenceId = order.path("licences").path(0).path("licenceId").asString();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> ben.get("/api/purchase/v1/licences/" + licenceId)
				.json()
				.path("state")
				.asString()
				.equals("READY"));
	}

	private static User.Answer order() throws Exception {
		return ben.post("/api/purchase/v1/orders", Map.of("lines", List.of(Map.of("photoId", photoId, "size", "full"))),
				"Idempotency-Key", orderKey);
	}

	private static Link minted() throws Exception {
		User.Answer answer = ben.post("/api/purchase/v1/licences/" + licenceId + "/downloads", Map.of());
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		URI url = URI.create(answer.json().path("url").asString());
		return new Link(answer.json().path("linkId").asString(), url.getPath(), url.getFragment());
	}

	private record Link(String id, String path, String secret) {

		User.Answer claimedBy(User user) throws Exception {
			return user.post("/api/purchase/v1/links/" + this.id + "/claim", Map.of("secret", this.secret));
		}

	}

	private static User.Answer content(JsonNode claim, String... range) throws Exception {
		String path = "/api/purchase/v1/claims/" + claim.path("claimId").asString() + "/content";
		return (range.length > 0) ? ben.get(path, "Range", range[0]) : ben.get(path);
	}

	@Test
	void chargesTheSameOrderOnce() throws Exception {
		assertThat(order().json().path("orderId").asString()).isEqualTo(order.path("orderId").asString());
		List<String> orders = new ArrayList<>();
		ben.get("/api/purchase/v1/orders")
			.json()
			.path("data")
			.forEach((item) -> orders.add(item.path("orderId").asString()));
		assertThat(orders).containsOnlyOnce(order.path("orderId").asString());
	}

	@Test
	void downloadsExactlyTheFileThatWasBought() throws Exception {
		JsonNode claim = minted().claimedBy(ben).json();
		User.Answer file = content(claim);
		assertThat(file.status()).isEqualTo(200);
		assertThat(Upload.sha256(file.bytes())).isEqualTo(claim.path("sha256").asString());
		assertThat(file.header("content-disposition")).startsWith("attachment");
		assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(JpegFile.PLACE);
	}

	@Test
	void doesNotConsumeALinkByLookingAtIt() throws Exception {
		Link link = minted();
		assertThat(marketplace.anonymous().get(link.path()).status()).isEqualTo(200);
		assertThat(marketplace.anonymous().head(link.path()).status()).isEqualTo(200);
		assertThat(ben.get(link.path()).text()).doesNotContain(link.secret());
		assertThat(link.claimedBy(ben).status()).isEqualTo(200);
	}

	@Test
	void letsALinkBeClaimedOnce() throws Exception {
		Link link = minted();
		JsonNode claim = link.claimedBy(ben).json();
		assertThat(content(claim).status()).isEqualTo(200);
		assertThat(link.claimedBy(ben).status()).isIn(409, 410);
	}

	@Test
	void letsOneOfManyConcurrentClaimsWin() throws Exception {
		Link link = minted();
		List<Callable<Integer>> racers = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			racers.add(() -> link.claimedBy(ben).status());
		}
		List<Integer> statuses = new ArrayList<>();
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Integer> status : executor.invokeAll(racers)) {
				statuses.add(status.get());
			}
		}
		assertThat(statuses).filteredOn((status) -> status == 200).hasSize(1);
		assertThat(statuses).allMatch((status) -> status == 200 || status == 409 || status == 410);
	}

	@Test
	void resumesADownloadThatBrokeOff() throws Exception {
		JsonNode claim = minted().claimedBy(ben).json();
		byte[] first = content(claim, "bytes=0-9999").bytes();
		User.Answer rest = content(claim, "bytes=10000-");
		assertThat(rest.status()).isEqualTo(206);
		byte[] whole = new byte[first.length + rest.bytes().length];
		System.arraycopy(first, 0, whole, 0, first.length);
		System.arraycopy(rest.bytes(), 0, whole, first.length, rest.bytes().length);
		assertThat(Upload.sha256(whole)).isEqualTo(claim.path("sha256").asString());
	}

	@Test
	void knowsNothingOfSomebodyElsesPurchase() throws Exception {
		Link link = minted();
		assertThat(link.claimedBy(bea).status()).isEqualTo(404);
		assertThat(bea.get("/api/purchase/v1/licences/" + licenceId).status()).isEqualTo(404);
		assertThat(bea.get("/api/purchase/v1/orders/" + order.path("orderId").asString()).status()).isEqualTo(404);
		JsonNode claim = link.claimedBy(ben).json();
		assertThat(bea.get("/api/purchase/v1/claims/" + claim.path("claimId").asString() + "/content").status())
			.isEqualTo(404);
	}

	@Test
	void refusesAWrongSecret() throws Exception {
		Link link = minted();
		User.Answer answer = new Link(link.id(), link.path(), "A".repeat(43)).claimedBy(ben);
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.problem()).isNotEmpty();
		assertThat(link.claimedBy(ben).status()).isEqualTo(200);
	}

	@Test
	void keepsOnlyCiphertextAtRest() throws Exception {
		byte[] plain = content(minted().claimedBy(ben).json()).bytes();
		try (S3Client s3 = marketplace.s3()) {
			List<S3Object> copies = s3.listObjectsV2((request) -> request.bucket("safelight-purchases")).contents();
			assertThat(copies).isNotEmpty();
			for (S3Object copy : copies) {
				byte[] stored = s3
					.getObject((request) -> request.bucket("safelight-purchases").key(copy.key()),
							ResponseTransformer.toBytes())
					.asByteArray();
				assertThat(indexOf(stored, new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF })).isNotZero();
				assertThat(indexOf(stored, Arrays.copyOfRange(plain, 1000, 1032))).isEqualTo(-1);
			}
		}
	}

	private static int indexOf(byte[] bytes, byte[] wanted) {
		for (int at = 0; at <= bytes.length - wanted.length; at++) {
			if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
				return at;
			}
		}
		return -1;
	}

	@Test
	void tellsTheBuyerThatThePurchaseIsReady() {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					marketplace.anonymous().get(marketplace.aws() + "/_safelight/mails?to=ben@example.com").text())
				.contains("A meadow for sale"));
	}

}
