package io.safelight.purchase;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.store.Condition;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.ShiftedClock;
import io.safelight.purchase.Shop.Link;
import io.safelight.purchase.Shop.Photo;
import io.safelight.purchase.copy.OverdueCopies;
import io.safelight.purchase.copy.UserKeys;
import io.safelight.purchase.licence.EncryptedCopy;
import io.safelight.purchase.licence.Licence;
import io.safelight.purchase.licence.LicenceState;
import io.safelight.purchase.licence.Licences;
import io.safelight.purchase.link.LinkDeadlines;
import io.safelight.purchase.link.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service over its real endpoints: HTTP in front, SNS, SQS, DynamoDB, S3 and
 * KMS of a local cloud behind.
 */
@PurchaseServiceTest
class PurchaseServiceIntegrationTests {

	private static final int SIZE = 200_000;

	@Autowired
	private S3Client s3;

	@Autowired
	private SnsClient sns;

	@Autowired
	private SqsAsyncClient sqs;

	@Autowired
	private KmsClient kms;

	@Autowired
	private DynamoDbClient dynamoDb;

	@Autowired
	private Store store;

	@Autowired
	private Committer committer;

	@Autowired
	private UserKeys userKeys;

	@Autowired
	private LinkDeadlines linkDeadlines;

	@Autowired
	private OverdueCopies overdueCopies;

	@Autowired
	private ShiftedClock clock;

	@LocalServerPort
	private int port;

	private Shop shop;

	@BeforeEach
	void open() {
		this.shop = new Shop(this.s3, this.sns, this.sqs, this.port);
	}

	@Test
	void sellsAPhotoAndHandsItOverOnce() {
		Photo photo = this.shop.listed(6_000_000);
		String licenceId = this.shop.licence("ben", photo);
		Link link = this.shop.link("ben", licenceId);
		Answer claim = this.shop.claim("ben", link);
		assertThat(claim.field("sha256")).isEqualTo(Shop.sha256(photo.file()));
		assertThat(claim.json().path("bytes").asLong()).isEqualTo(photo.file().length);
		Answer content = this.shop.content("ben", claim.field("claimId"));
		assertThat(content.status()).isEqualTo(200);
		assertThat(content.bytes()).isEqualTo(photo.file());
		await().atMost(Duration.ofSeconds(10)).until(() -> state(link).equals("CONSUMED"));
		assertThat(this.shop.claim("ben", link).status()).isEqualTo(410);
		assertThat(messages(link.id())).containsExactlyInAnyOrder("download-claimed.v1", "download-consumed.v1");
	}

	@Test
	void tellsAPhotographerWhatWasSoldAndNotToWhom() {
		Photo photo = this.shop.listed(SIZE);
		long before = earned();
		this.shop.licence("ben", photo);
		this.shop.licence("bea", photo);

		Answer sales = this.shop.get("ana", "/v1/sales?per_page=100");
		List<JsonNode> ours = sales.json()
			.path("data")
			.valueStream()
			.filter((sale) -> sale.path("photoId").asString().equals(photo.id()))
			.toList();
		assertThat(ours).hasSize(2).allSatisfy((sale) -> {
			assertThat(sale.path("price").path("amount").asLong()).isEqualTo(2500);
			assertThat(sale.path("earned").path("amount").asLong()).isEqualTo(1500);
			assertThat(sale.path("title").asString()).isEqualTo("Sunset over the bay");
		});
		assertThat(sales.text()).doesNotContain("\"ben\"", "\"bea\"", "example.com", "buyer", "orderId", "licenceId");
		assertThat(earned() - before).isEqualTo(3000);
		assertThat(this.shop.get("paul", "/v1/sales").json().path("data")).isEmpty();
	}

	private long earned() {
		Answer summary = this.shop.get("ana", "/v1/sales/summary");
		assertThat(summary.status()).isEqualTo(200);
		JsonNode euros = summary.json().path("data").path(0);
		long months = euros.path("months")
			.valueStream()
			.mapToLong((month) -> month.path("earned").path("amount").asLong())
			.sum();
		assertThat(euros.path("total").path("amount").asLong()).isEqualTo(months);
		return months;
	}

	@Test
	void keepsSalesToPhotographers() {
		assertThat(this.shop.get("", "/v1/sales").status()).isEqualTo(401);
		assertThat(this.shop.get("ben", "/v1/sales").status()).isEqualTo(403);
		assertThat(this.shop.get("ben", "/v1/sales/summary").status()).isEqualTo(403);
		assertThat(this.shop.get("ana", "/v1/sales?cursor=nonsense").status()).isEqualTo(400);
	}

	@Test
	void keepsNothingButCiphertext() {
		Photo photo = this.shop.listed(SIZE);
		String licenceId = this.shop.licence("ben", photo);
		byte[] stored = object(licenceId);
		assertThat(stored.length).isGreaterThan(photo.file().length);
		assertThat(HexFormat.of().formatHex(stored))
			.doesNotContain(HexFormat.of().formatHex(photo.file(), 1_000, 1_016));
	}

	@Test
	void describesTheFileAsDownloadersNeedIt() {
		Photo photo = this.shop.listed(SIZE);
		String claimId = this.shop.claimed("ben", this.shop.link("ben", this.shop.licence("ben", photo)));
		String path = "/v1/claims/" + claimId + "/content";
		String digest = "sha-256=:"
				+ Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Shop.sha256(photo.file()))) + ":";
		for (Answer answer : List.of(this.shop.head("ben", path), this.shop.get("ben", path))) {
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("etag")).matches("\"[0-9a-f]{64}\"");
			assertThat(answer.header("accept-ranges")).isEqualTo("bytes");
			assertThat(answer.header("content-length")).isEqualTo(String.valueOf(SIZE));
			assertThat(answer.header("content-type")).isEqualTo("image/jpeg");
			assertThat(answer.header("content-disposition")).startsWith("attachment; filename=")
				.contains("filename*=UTF-8''Safelight%20Sunset%20over%20the%20bay%20full.jpg");
			assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
			assertThat(answer.header("content-digest")).isEqualTo(digest);
			assertThat(answer.header("repr-digest")).isEqualTo(digest);
			assertThat(answer.header("cache-control")).contains("no-store");
		}
	}

	@Test
	void consumesNothingByLooking() {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		for (String user : List.of("", "ben", "bea")) {
			assertThat(this.shop.get(user, "/d/" + link.id(), "Sec-Purpose", "prefetch").status()).isEqualTo(200);
			assertThat(this.shop.head(user, "/d/" + link.id()).status()).isEqualTo(200);
		}
		assertThat(state(link)).isEqualTo("ISSUED");
		String claimId = this.shop.claimed("ben", link);
		this.shop.head("ben", "/v1/claims/" + claimId + "/content");
		assertThat(state(link)).isEqualTo("CLAIMED");
	}

	@Test
	void showsTheSamePageForEveryLinkWhetherThereIsOneOrNot() {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		Answer real = this.shop.get("", "/d/" + link.id());
		Answer unreal = this.shop.get("", "/d/01JD8Y3W8K3D9P0RS5T6V7W8X9");
		assertThat(real.bytes()).isEqualTo(unreal.bytes());
		assertThat(real.header("content-security-policy")).startsWith("default-src 'self'");
		assertThat(real.header("cache-control")).isEqualTo("no-store");
		assertThat(real.header("referrer-policy")).isEqualTo("no-referrer");
		assertThat(real.header("x-robots-tag")).contains("noindex");
		assertThat(real.header("x-content-type-options")).isEqualTo("nosniff");
		assertThat(real.toString()).doesNotContain("<script>").doesNotContain("onclick");
		assertThat(this.shop.get("", "/d/assets/claim.js").header("content-type")).startsWith("text/javascript");
	}

	@Test
	void givesALinkToOneOfFiftyAtOnce() throws Exception {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		List<Callable<Integer>> claims = IntStream.range(0, 50)
			.<Callable<Integer>>mapToObj((i) -> () -> this.shop.claim("ben", link).status())
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<Integer, Long> statuses = threads.invokeAll(claims)
				.stream()
				.map(Future::resultNow)
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
			assertThat(statuses).isEqualTo(Map.of(200, 1L, 409, 49L));
		}
	}

	@ParameterizedTest
	@CsvSource({ "10", "50", "99" })
	void resumesADownloadThatWasCutOff(int percent) throws Exception {
		Photo photo = this.shop.listed(6_000_000);
		Link link = this.shop.link("ben", this.shop.licence("ben", photo));
		String claimId = this.shop.claimed("ben", link);
		byte[] got = cutOff(claimId, photo.file().length / 100 * percent);
		String etag = this.shop.head("ben", "/v1/claims/" + claimId + "/content").header("etag");
		Answer rest = this.shop.content("ben", claimId, "Range", "bytes=" + got.length + "-", "If-Range", etag);
		assertThat(rest.status()).isEqualTo(206);
		assertThat(rest.header("content-range")).isEqualTo("bytes " + got.length + "-5999999/6000000");
		byte[] whole = Arrays.copyOf(got, photo.file().length);
		System.arraycopy(rest.bytes(), 0, whole, got.length, rest.bytes().length);
		assertThat(whole).isEqualTo(photo.file());
		// What was on its way when the connection broke, the client may have and the
		// service not know of. Then it is the end of the lease that consumes the link.
		this.clock.advance(Duration.ofMinutes(16));
		await().atMost(Duration.ofSeconds(10)).until(() -> {
			this.linkDeadlines.sweep();
			return state(link).equals("CONSUMED");
		});
		assertThat(messages(link.id())).containsOnlyOnce("download-consumed.v1");
	}

	private byte[] cutOff(String claimId, int bytes) throws IOException, InterruptedException {
		HttpRequest request = this.shop.as("ben").request("/v1/claims/" + claimId + "/content").build();
		try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
				InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
			return body.readNBytes(bytes);
		}
	}

	@Test
	void sendsRangesAsTheyAreAskedFor() {
		Photo photo = this.shop.listed(SIZE);
		String claimId = this.shop.claimed("ben", this.shop.link("ben", this.shop.licence("ben", photo)));
		Answer part = this.shop.content("ben", claimId, "Range", "bytes=1000-1999");
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(photo.file(), 1_000, 2_000));
		assertThat(part.header("content-digest")).isEmpty();
		Answer last = this.shop.content("ben", claimId, "Range", "bytes=-500");
		assertThat(last.bytes()).isEqualTo(Arrays.copyOfRange(photo.file(), SIZE - 500, SIZE));
		assertThat(this.shop.content("ben", claimId, "Range", "bytes=0-1,4-5").status()).isEqualTo(416);
		Answer beyond = this.shop.content("ben", claimId, "Range", "bytes=200000-");
		assertThat(beyond.status()).isEqualTo(416);
		assertThat(beyond.header("content-range")).isEqualTo("bytes */200000");
		assertThat(beyond.code()).isEqualTo("range-not-satisfiable");
		Answer changed = this.shop.content("ben", claimId, "Range", "bytes=0-9", "If-Range", "\"other\"");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.bytes()).hasSize(SIZE);
	}

	@Test
	void sendsAtMostThreeTimesTheFile() {
		String claimId = this.shop.claimed("ben",
				this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE))));
		for (int i = 0; i < 3; i++) {
			assertThat(this.shop.content("ben", claimId).status()).isEqualTo(200);
		}
		Answer fourth = this.shop.content("ben", claimId);
		assertThat(fourth.status()).isEqualTo(429);
		assertThat(fourth.code()).isEqualTo("fetched-too-often");
	}

	@Test
	void letsTheBrowserFetchWithTheClaimsCookieOnly() {
		Photo photo = this.shop.listed(SIZE);
		String licenceId = this.shop.licence("ben", photo);
		Answer claim = this.shop.claim("ben", this.shop.link("ben", licenceId));
		String cookie = claim.header("set-cookie");
		assertThat(cookie).startsWith("claim=").contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
		String sent = cookie.substring(0, cookie.indexOf(';'));
		assertThat(this.shop.content("", claim.field("claimId"), "Cookie", sent).bytes()).isEqualTo(photo.file());
		assertThat(this.shop.content("", claim.field("claimId"), "Cookie", sent + "x").status()).isEqualTo(401);
		String other = this.shop.claimed("ben", this.shop.link("ben", licenceId));
		assertThat(this.shop.content("", other, "Cookie", sent).status()).isEqualTo(401);
	}

	@Test
	void endsWhenTheClaimantSaysSo() {
		Photo photo = this.shop.listed(SIZE);
		Link link = this.shop.link("ben", this.shop.licence("ben", photo));
		String claimId = this.shop.claimed("ben", link);
		Answer wrong = this.shop.post("ben", "/v1/claims/" + claimId + "/done", Map.of("sha256", "00"));
		assertThat(wrong.status()).isEqualTo(409);
		assertThat(this.shop.post("bea", "/v1/claims/" + claimId + "/done", Map.of()).status()).isEqualTo(404);
		Answer done = this.shop.post("ben", "/v1/claims/" + claimId + "/done",
				Map.of("sha256", Shop.sha256(photo.file())));
		assertThat(done.field("state")).isEqualTo("CONSUMED");
		assertThat(this.shop.content("ben", claimId).status()).isEqualTo(410);
	}

	@Test
	void canBeClaimedAgainAfterALeaseInVain() {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		String claimId = this.shop.claimed("ben", link);
		this.clock.advance(Duration.ofMinutes(16));
		assertThat(this.shop.content("ben", claimId).status()).isEqualTo(410);
		await().atMost(Duration.ofSeconds(10)).until(() -> {
			this.linkDeadlines.sweep();
			return state(link).equals("ISSUED");
		});
		assertThat(this.shop.claimed("ben", link)).isNotEqualTo(claimId);
	}

	@Test
	void mintsTheSameLinkForTheSameKeyUnderANewSecret() {
		String licenceId = this.shop.licence("ben", this.shop.listed(SIZE));
		Answer first = this.shop.post("ben", "/v1/licences/" + licenceId + "/downloads", Map.of(), "Idempotency-Key",
				"k");
		Answer second = this.shop.post("ben", "/v1/licences/" + licenceId + "/downloads", Map.of(), "Idempotency-Key",
				"k");
		assertThat(second.field("linkId")).isEqualTo(first.field("linkId"));
		assertThat(second.field("url")).isNotEqualTo(first.field("url"))
			.startsWith("http://photos.example.test/d/" + first.field("linkId") + "#");
		assertThat(this.shop.claim("ben", link(first)).status()).isEqualTo(403);
		assertThat(this.shop.claim("ben", link(second)).status()).isEqualTo(200);
		assertThat(this.shop.post("ben", "/v1/licences/" + licenceId + "/downloads", Map.of(), "Idempotency-Key", "k")
			.status()).isEqualTo(409);
	}

	private static Link link(Answer minted) {
		return new Link(minted.field("linkId"), URI.create(minted.field("url")).getFragment());
	}

	@Test
	void keepsNoSecretAnywhere() {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		this.shop.claimed("ben", link);
		for (String table : this.dynamoDb.listTables().tableNames()) {
			assertThat(this.dynamoDb.scanPaginator((request) -> request.tableName(table))
				.items()
				.stream()
				.toList()
				.toString()).doesNotContain(link.secret());
		}
	}

	@Test
	void isNothingToOthers() {
		Photo photo = this.shop.listed(SIZE);
		String licenceId = this.shop.licence("ben", photo);
		Link link = this.shop.link("ben", licenceId);
		String orderId = this.shop.get("ben", "/v1/licences/" + licenceId).field("orderId");
		assertThat(this.shop.get("bea", "/v1/licences/" + licenceId).status()).isEqualTo(404);
		assertThat(this.shop.get("bea", "/v1/orders/" + orderId).status()).isEqualTo(404);
		assertThat(this.shop.post("bea", "/v1/licences/" + licenceId + "/downloads", Map.of()).status()).isEqualTo(404);
		assertThat(this.shop.claim("bea", link).status()).isEqualTo(404);
		String claimId = this.shop.claimed("ben", link);
		assertThat(this.shop.content("bea", claimId).status()).isEqualTo(404);
		assertThat(this.shop.content("", claimId).status()).isEqualTo(401);
		assertThat(this.shop.get("bea", "/v1/licences").toString()).doesNotContain(licenceId);
		assertThat(this.shop.get("ben", "/v1/licences").toString()).contains(licenceId);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/v1/orders", "POST,/v1/orders", "GET,/v1/orders/x", "GET,/v1/licences", "GET,/v1/licences/x",
			"POST,/v1/licences/x/downloads", "POST,/v1/links/x/claim", "POST,/v1/claims/x/done" })
	void isForSignedInBuyersOnly(String method, String path) {
		Map<String, Object> body = Map.of("lines", List.of(Map.of("photoId", "x", "size", "full")), "secret", "x");
		Function<String, Answer> call = (user) -> method.equals("GET") ? this.shop.get(user, path)
				: this.shop.post(user, path, body);
		assertThat(call.apply("").status()).isEqualTo(401);
		assertThat(call.apply("ana").status()).isEqualTo(403);
		assertThat(call.apply("ben").status()).isIn(200, 400, 404);
	}

	@Test
	void refusesOrdersThatMakeNoSense() {
		Photo photo = this.shop.listed(SIZE);
		Answer noKey = this.shop.post("ben", "/v1/orders",
				Map.of("lines", List.of(Map.of("photoId", photo.id(), "size", "full"))));
		assertThat(noKey.status()).isEqualTo(400);
		assertThat(noKey.code()).isEqualTo("idempotency-key-required");
		assertThat(noKey.header("content-type")).startsWith("application/problem+json");
		for (Object lines : List.of(List.of(), List.of(Map.of("photoId", photo.id())),
				List.of(Map.of("photoId", photo.id(), "size", "full", "packId", "x")), "none")) {
			Answer answer = this.shop.post("ben", "/v1/orders", Map.of("lines", lines), "Idempotency-Key", "k");
			assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		}
		Answer unknown = this.shop.order("ben", "k", new Photo("nothing", new byte[0]), 1);
		assertThat(unknown.status()).isEqualTo(422);
		assertThat(unknown.code()).isEqualTo("not-for-sale");
	}

	@Test
	void sellsTheSameOrderOnce() {
		Photo photo = this.shop.listed(SIZE);
		String key = UUID.randomUUID().toString();
		Answer stale = this.shop.order("ben", key, photo, 2400);
		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.code()).isEqualTo("price-changed");
		Answer first = this.shop.order("ben", key, photo, 2500);
		Answer second = this.shop.order("ben", key, photo, 2500);
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.json()).isEqualTo(first.json());
		assertThat(this.shop.order("ben", key, photo, 9).status()).isEqualTo(422);
		Answer again = this.shop.order("ben", UUID.randomUUID().toString(), photo, 2500);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.code()).isEqualTo("already-licensed");
		assertThat(again.field("licenceId"))
			.isEqualTo(first.json().path("licences").path(0).path("licenceId").asString());
	}

	@Test
	void describesItsApi() {
		JsonNode paths = this.shop.get("", "/v3/api-docs").json().path("paths");
		assertThat(paths.propertyNames()).contains("/v1/orders", "/v1/licences", "/v1/links/{linkId}/claim")
			.noneMatch((path) -> path.startsWith("/d/"));
		assertThat(paths.toString()).doesNotContain("\"name\":\"caller\"");
	}

	@Test
	void endsALinkAfterTwentyWrongSecrets() {
		Link link = this.shop.link("ben", this.shop.licence("ben", this.shop.listed(SIZE)));
		for (int i = 0; i < 20; i++) {
			assertThat(this.shop.claim("ben", new Link(link.id(), "wrong")).status()).isEqualTo(403);
		}
		Answer right = this.shop.claim("ben", link);
		assertThat(right.status()).isEqualTo(410);
		assertThat(right.code()).isEqualTo("link-revoked");
	}

	@Test
	void handsOutNothingOfAnExchangedCopy() {
		String bens = this.shop.licence("ben", this.shop.listed(SIZE));
		String beas = this.shop.licence("bea", this.shop.listed(SIZE));
		put(bens, object(beas));
		assertHandsOutNothing(this.shop.claimed("ben", this.shop.link("ben", bens)));
	}

	@Test
	void handsOutNothingOfAnExchangedCopyEvenIfItsHashIsForged() {
		String bens = this.shop.licence("ben", this.shop.listed(SIZE));
		String beas = this.shop.licence("bea", this.shop.listed(SIZE));
		String claimId = this.shop.claimed("ben", this.shop.link("ben", bens));
		put(bens, object(beas));
		forge(bens, object(beas));
		assertHandsOutNothing(claimId);
	}

	@ParameterizedTest
	@CsvSource({ "0", "1000", "199999" })
	void handsOutNothingOfACopyThatIsTooShort(int length) {
		String licenceId = this.shop.licence("ben", this.shop.listed(SIZE));
		String claimId = this.shop.claimed("ben", this.shop.link("ben", licenceId));
		put(licenceId, Arrays.copyOf(object(licenceId), length));
		assertHandsOutNothing(claimId);
	}

	private void assertHandsOutNothing(String claimId) {
		Answer answer = this.shop.content("ben", claimId);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
		assertThat(answer.code()).isEqualTo("copy-broken");
		assertThat(answer.header("content-disposition")).isEmpty();
	}

	/** A browser asks for HTML; an error page must not end up in the picture either. */
	@Test
	void breaksOffWhenACopyTurnsOutToBeBrokenOnTheWay() throws Exception {
		Photo photo = this.shop.listed(2_000_000);
		String licenceId = this.shop.licence("ben", photo);
		Link link = this.shop.link("ben", licenceId);
		String claimId = this.shop.claimed("ben", link);
		byte[] broken = object(licenceId);
		broken[broken.length - 100] ^= 1;
		put(licenceId, broken);
		forge(licenceId, broken);
		byte[] body = this.shop.rawContent("ben", claimId, "text/html");
		assertThat(body).hasSizeBetween(1_900_000, 1_999_999).isEqualTo(Arrays.copyOf(photo.file(), body.length));
		assertThat(state(link)).isEqualTo("CLAIMED");
	}

	@Test
	void blocksTheCopyWhileTheBuyersKeyIsDisabledAndMakesItAfterwards() {
		String keyId = this.userKeys.keyOf("bea");
		this.kms.disableKey((request) -> request.keyId(keyId));
		Photo photo = this.shop.listed(SIZE);
		String licenceId;
		try {
			Answer order = this.shop.order("bea", UUID.randomUUID().toString(), photo, 2500);
			licenceId = order.json().path("licences").path(0).path("licenceId").asString();
			await().atMost(Duration.ofSeconds(20))
				.until(() -> this.shop.get("bea", "/v1/licences/" + licenceId).field("state").equals("COPY_BLOCKED"));
			assertThat(this.shop.get("bea", "/v1/licences/" + licenceId).field("status")).contains("Disabled");
			assertThat(this.shop.post("bea", "/v1/licences/" + licenceId + "/downloads", Map.of()).code())
				.isEqualTo("copy-not-ready");
			assertThat(this.s3.listObjectsV2((request) -> request.bucket("safelight-purchases").prefix(licenceId))
				.contents()).isEmpty();
		}
		finally {
			this.kms.enableKey((request) -> request.keyId(keyId));
		}
		this.clock.advance(Duration.ofMinutes(6));
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.overdueCopies.sweep();
			return this.shop.get("bea", "/v1/licences/" + licenceId).field("state").equals("READY");
		});
	}

	@Test
	void makesOneKeyForAUserHoweverManyAskAtOnce() throws Exception {
		String user = "user-" + UUID.randomUUID();
		List<Callable<String>> askers = IntStream.range(0, 8)
			.<Callable<String>>mapToObj((i) -> () -> this.userKeys.keyOf(user))
			.toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			long before = enabledKeys();
			assertThat(threads.invokeAll(askers).stream().map(Future::resultNow).distinct()).hasSize(1);
			assertThat(enabledKeys()).isEqualTo(before + 1);
		}
	}

	/** The keys of those who lost the race are to be deleted. */
	private long enabledKeys() {
		return this.kms.listKeysPaginator()
			.keys()
			.stream()
			.filter((key) -> this.kms.describeKey((request) -> request.keyId(key.keyId()))
				.keyMetadata()
				.keyState() == KeyState.ENABLED)
			.count();
	}

	@Test
	void setsAsideWhatItCannotReadAndGoesOn() {
		String queue = this.sqs.getQueueUrl((request) -> request.queueName("safelight-purchase")).join().queueUrl();
		String nonsense = "no message " + UUID.randomUUID();
		this.sqs.sendMessage((request) -> request.queueUrl(queue).messageBody(nonsense)).join();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.dynamoDb.scanPaginator((request) -> request.tableName("safelight-purchase-messages"))
				.items()
				.stream()
				.anyMatch((row) -> row.toString().contains(nonsense) && row.toString().contains("PARKED")));
		assertThat(this.shop.licence("ben", this.shop.listed(SIZE))).isNotEmpty();
	}

	@Test
	void takesOverACopyThatAnEarlierTryLeft() {
		Photo photo = this.shop.listed(SIZE);
		String licenceId = this.shop.licence("ben", photo);
		Licence ready = this.store.find(Licences.TABLE, Licences.TABLE.key(licenceId), Licence.class).orElseThrow();
		EncryptedCopy made = Objects.requireNonNull(ready.copy());
		Licence before = new Licence(licenceId, ready.version() + 1, ready.orderId(), ready.buyerId(),
				ready.contributorId(), ready.photoId(), ready.title(), ready.size(), ready.width(), ready.height(),
				ready.price(), ready.terms(), ready.issuedAt(), ready.source(), LicenceState.PREPARING, null, null,
				Licence.COPYING, ready.issuedAt());
		this.committer.commit(Licences.saved(before));
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.overdueCopies.sweep();
			return this.shop.get("ben", "/v1/licences/" + licenceId).field("state").equals("READY");
		});
		Licence after = this.store.find(Licences.TABLE, Licences.TABLE.key(licenceId), Licence.class).orElseThrow();
		assertThat(Objects.requireNonNull(after.copy()).sha256()).isEqualTo(made.sha256());
	}

	private byte[] object(String licenceId) {
		ResponseBytes<?> bytes = this.s3.getObject((request) -> request.bucket("safelight-purchases").key(licenceId),
				ResponseTransformer.toBytes());
		return bytes.asByteArray();
	}

	private void put(String licenceId, byte[] bytes) {
		this.s3.putObject((request) -> request.bucket("safelight-purchases").key(licenceId),
				RequestBody.fromBytes(bytes));
	}

	/** As somebody would who can write to the table as well as to the bucket. */
	private void forge(String licenceId, byte[] object) {
		Licence licence = this.store.find(Licences.TABLE, Licences.TABLE.key(licenceId), Licence.class).orElseThrow();
		EncryptedCopy copy = Objects.requireNonNull(licence.copy());
		EncryptedCopy forged = new EncryptedCopy(copy.bucket(), copy.key(), copy.keyId(), object.length,
				Shop.sha256(object), copy.madeAt());
		this.committer.commit(Changes.none()
			.put(Licences.TABLE,
					new Licence(licence.licenceId(), licence.version(), licence.orderId(), licence.buyerId(),
							licence.contributorId(), licence.photoId(), licence.title(), licence.size(),
							licence.width(), licence.height(), licence.price(), licence.terms(), licence.issuedAt(),
							licence.source(), licence.state(), forged, null, null, null),
					Condition.none()));
	}

	private String state(Link link) {
		return this.store.find(Links.TABLE, Links.TABLE.key(link.id()), StoredLink.class).orElseThrow().state();
	}

	private List<String> messages(String aggregateId) {
		return this.dynamoDb.scanPaginator((request) -> request.tableName("safelight-purchase-messages"))
			.items()
			.stream()
			.map(Map::values)
			.map(Object::toString)
			.filter((row) -> row.contains(aggregateId))
			.flatMap((row) -> List.of("download-claimed.v1", "download-consumed.v1")
				.stream()
				.filter((type) -> row.contains("\\\"" + type) || row.contains("\"" + type + "\"")))
			.toList();
	}

	record StoredLink(String state) {
	}

}
