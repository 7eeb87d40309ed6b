package io.safelight.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.safelight.catalog.message.ListPhoto;
import io.safelight.catalog.message.WithdrawPhoto;
import io.safelight.catalog.popularity.CountSales;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.store.Store;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on a cloud of its own: duplicates, wrong order, bad input, and who
 * may do what.
 */
@LocalCloudTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CatalogServiceIntegrationTests {

	@Autowired
	private Store store;

	@LocalServerPort
	private int port;

	@Autowired
	private ParkedMessages parked;

	private Neighbours neighbours;

	private Visitor stranger;

	@BeforeEach
	void arrive(@Autowired SnsClient sns, @Autowired SqsAsyncClient sqs) {
		this.neighbours = Neighbours.hearing(sns, sqs, CatalogTopics.EVENTS);
		this.stranger = Visitor.anonymous(this.port);
	}

	@Test
	void putsAPhotoOnSaleForEverybodyToSee() {
		String photo = listed();

		Answer answer = this.stranger.get("/v1/photos/" + photo);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(answer.json().path("offers").get(2).path("price").path("amount").asInt()).isEqualTo(2500);
		assertThat(answer.json().path("urls").path("small").asString()).isEqualTo("/media/" + photo + "/w800.jpg");
		assertThat(answer.text()).doesNotContain("safelight-sale", "secret-key");
	}

	@Test
	void listsAPhotoOnceWhenTheCommandComesTwice() {
		String photo = newPhoto();
		Envelope order = order("list-photo.v1", photo, 4, CatalogScenario.aPhoto(photo));
		this.neighbours.say(CatalogTopics.PUBLICATION_COMMANDS, order);
		this.neighbours.say(CatalogTopics.PUBLICATION_COMMANDS, order);
		this.neighbours.hear("photo-listed.v1", photo);

		// A later command is answered after the repeats were taken in.
		order("withdraw-photo.v1", photo, 6, new WithdrawPhoto(photo, 1, "publication failed"));
		this.neighbours.hear("photo-withdrawn.v1", photo);

		assertThat(this.neighbours.hear("photo-listed.v1", photo, 1)).extracting(Envelope::id)
			.containsOnlyOnce(this.neighbours.hear("photo-listed.v1", photo).id());
	}

	@Test
	void answersANewTryWithItsEpoch() {
		String photo = listed();

		order("list-photo.v1", photo, 5, CatalogScenario.aPhoto(photo, 2, "Again", List.of()));

		assertThat(this.neighbours.hear("photo-listed.v1", photo, 2)).last()
			.satisfies((answer) -> assertThat(answer.data().path("epoch").asInt()).isEqualTo(2));
	}

	@Test
	void neverShowsAPhotoThatWasWithdrawnBeforeItsListingCame() {
		String photo = newPhoto();
		order("withdraw-photo.v1", photo, 6, new WithdrawPhoto(photo, 1, "publication failed"));
		Envelope withdrawn = this.neighbours.hear("photo-withdrawn.v1", photo);
		assertThat(withdrawn.data().path("epoch").asInt()).isEqualTo(1);
		assertThat(withdrawn.data().path("contributorId").asString()).isEqualTo("ana");

		order("list-photo.v1", photo, 4, CatalogScenario.aPhoto(photo));
		order("withdraw-photo.v1", photo, 7, new WithdrawPhoto(photo, 2, "publication failed"));
		this.neighbours.hear("photo-withdrawn.v1", photo, 2);

		assertThat(this.stranger.get("/v1/photos/" + photo).status()).isEqualTo(410);
	}

	@Test
	void parksACommandThatNobodyCanReadAndGoesOn() {
		int before = this.parked.list(100, null).items().size();

		this.neighbours.say(CatalogTopics.PUBLICATION_COMMANDS, "list-photo.v1", "{\"this\": \"is no envelope\"}");
		order("list-photo.v1", "x", 4, Map.of("photoId", "x"));
		listed();

		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.parked.list(100, null).items()).hasSize(before + 2));
	}

	@Test
	void letsAContributorEditAPhotoVersionByVersion() {
		String photo = listed();
		String path = "/v1/photos/" + photo;
		Visitor ana = Visitor.named("ana", this.port);

		assertThat(ana.patch(path, Map.of("title", "Dusk")).status()).isEqualTo(428);
		Answer edited = ana.patch(path, Map.of("title", "Dusk", "category", "nature"), "If-Match", "\"1\"");
		assertThat(edited.status()).isEqualTo(200);
		assertThat(edited.header("ETag")).isEqualTo("\"2\"");
		assertThat(edited.field("title")).isEqualTo("Dusk");
		assertThat(ana.patch(path, Map.of("title", "Dawn"), "If-Match", "\"1\"").status()).isEqualTo(412);
		Envelope changed = this.neighbours.hear("photo-changed.v1", photo);
		assertThat(changed.metadata().aggregateVersion()).isEqualTo(2);
		assertThat(changed.data().path("offers")).hasSize(3);
	}

	@Test
	void saysWhatIsWrongWithAnEdit() {
		String path = "/v1/photos/" + listed();
		Visitor ana = Visitor.named("ana", this.port);

		Answer tooLong = ana.patch(path, Map.of("title", "x".repeat(201)), "If-Match", "\"1\"");
		assertThat(tooLong.status()).isEqualTo(400);
		assertThat(tooLong.json().path("errors").get(0).path("path").asString()).isEqualTo("title");
		assertThat(ana.patch(path, Map.of("title", " "), "If-Match", "\"1\"").status()).isEqualTo(400);
		assertThat(ana.patch(path, Map.of("keywords", List.of("x".repeat(51))), "If-Match", "\"1\"").status())
			.isEqualTo(400);
		assertThat(ana.patch(path, Map.of("title", "Dusk"), "If-Match", "1").code()).isEqualTo("if-match-unreadable");
		Answer category = ana.patch(path, Map.of("category", "sunsets"), "If-Match", "\"1\"");
		assertThat(category.code()).isEqualTo("unknown-category");
		assertThat(category.json().path("allowed").toString()).contains("nature");
	}

	@Test
	void lets401403And404KeepOthersOut() {
		String path = "/v1/photos/" + listed();
		Map<String, String> title = Map.of("title", "Mine");

		assertThat(this.stranger.patch(path, title, "If-Match", "\"1\"").status()).isEqualTo(401);
		assertThat(this.stranger.delete(path).status()).isEqualTo(401);
		assertThat(Visitor.named("ben", this.port).patch(path, title, "If-Match", "\"1\"").status()).isEqualTo(403);
		assertThat(Visitor.named("ben", this.port).delete(path).status()).isEqualTo(403);
		assertThat(Visitor.named("paul", this.port).patch(path, title, "If-Match", "\"1\"").status()).isEqualTo(404);
		assertThat(Visitor.named("paul", this.port).delete(path).status()).isEqualTo(404);
		assertThat(this.stranger.get("/v1/photos/" + newPhoto()).code()).isEqualTo("unknown-photo");
		assertThat(this.stranger.get(path).status()).isEqualTo(200);
	}

	@Test
	void takesAPhotoOffSaleForItsContributorAndForAnAdministrator() {
		String mine = listed();
		String bad = listed();

		assertThat(Visitor.named("ana", this.port).delete("/v1/photos/" + mine).status()).isEqualTo(204);
		assertThat(Visitor.named("ada", this.port).delete("/v1/photos/" + bad + "?reason=a%20complaint").status())
			.isEqualTo(204);

		assertThat(this.stranger.get("/v1/photos/" + mine).status()).isEqualTo(410);
		assertThat(this.neighbours.hear("photo-withdrawn.v1", mine).data().path("epoch").asInt()).isZero();
		assertThat(this.neighbours.hear("photo-withdrawn.v1", bad).data().path("reason").asString())
			.isEqualTo("a complaint");
	}

	@Test
	void leadsThroughAContributorsPhotosPageByPage() {
		String contributor = "contributor-" + UUID.randomUUID();
		List<String> photos = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			String photo = newPhoto();
			order("list-photo.v1", photo, 4, of(contributor, CatalogScenario.aPhoto(photo)));
			this.neighbours.hear("photo-listed.v1", photo);
			photos.add(photo);
		}

		String path = "/v1/photos?per_page=2&contributor=" + contributor;
		Answer first = this.stranger.get(path);
		Answer second = this.stranger.get(path + "&cursor=" + first.field("next_cursor"));

		List<String> seen = new ArrayList<>();
		first.json().path("data").forEach((photo) -> seen.add(photo.path("id").asString()));
		second.json().path("data").forEach((photo) -> seen.add(photo.path("id").asString()));
		assertThat(first.json().path("data")).hasSize(2);
		assertThat(seen).containsExactlyInAnyOrderElementsOf(photos);
		assertThat(this.stranger.get(path + "&cursor=nonsense").status()).isEqualTo(400);
		assertThat(this.stranger.get("/v1/photos").code()).isEqualTo("contributor-required");
		assertThat(this.stranger.get("/v1/photos?contributor=me").status()).isEqualTo(401);
		assertThat(Visitor.named("ana", this.port).get("/v1/photos?contributor=me").status()).isEqualTo(200);
	}

	@Test
	void sellsPacksUntilAPhotoIsGone() {
		String one = listed();
		String two = listed();
		Visitor ada = Visitor.named("ada", this.port);
		Map<String, Object> request = Map.of("title", "Evenings", "description", "Two of them", "photoIds",
				List.of(one, two), "size", "full", "price", Map.of("amount", 3900, "currency", "EUR"));

		Answer made = ada.post("/v1/packs", request);
		assertThat(made.status()).isEqualTo(201);
		String pack = made.header("Location");
		assertThat(this.stranger.get(pack).field("state")).isEqualTo("ON_SALE");
		assertThat(this.stranger.get("/v1/packs?per_page=100").text()).contains(pack.substring("/v1/packs/".length()));
		Visitor.named("ana", this.port).delete("/v1/photos/" + two);

		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.stranger.get(pack).field("state")).isEqualTo("NOT_ON_SALE"));
		assertThat(ada.post("/v1/packs", request).code()).isEqualTo("photos-not-on-sale");
		assertThat(ada.delete(pack).status()).isEqualTo(204);
		assertThat(this.stranger.get(pack).status()).isEqualTo(410);
	}

	@Test
	void changesAPackVersionByVersion() {
		List<String> photos = List.of(listed(), listed());
		Visitor ada = Visitor.named("ada", this.port);
		String pack = ada.post("/v1/packs", pack("Evenings", photos, 3900)).header("Location");

		assertThat(ada.put(pack, pack("Nights", photos, 2900)).status()).isEqualTo(428);
		Answer changed = ada.put(pack, pack("Nights", photos, 2900), "If-Match", "\"1\"");
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		assertThat(ada.put(pack, pack("Mornings", photos, 100), "If-Match", "\"1\"").status()).isEqualTo(412);
		assertThat(this.stranger.get(pack).json().path("price").path("amount").asInt()).isEqualTo(2900);
		assertThat(this.neighbours.hear("pack-changed.v1", pack.substring("/v1/packs/".length()), 2)).last()
			.satisfies((said) -> assertThat(said.data().path("title").asString()).isEqualTo("Nights"));
		assertThat(ada.get("/v1/pack-desk").text()).contains("Nights");
		assertThat(Visitor.named("mia", this.port).get("/v1/pack-desk").status()).isEqualTo(403);
		assertThat(Visitor.named("ana", this.port).put(pack, Map.of(), "If-Match", "\"2\"").status()).isEqualTo(403);
	}

	@Test
	void refusesAPackThatNoOrderCouldHold() {
		List<String> many = IntStream.range(0, 21).mapToObj(String::valueOf).toList();

		Answer answer = Visitor.named("ada", this.port).post("/v1/packs", pack("Many", many, 3900));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).contains("2 to 20 photos");
	}

	private static Map<String, Object> pack(String title, List<String> photos, int cents) {
		return Map.of("title", title, "description", "", "photoIds", photos, "size", "full", "price",
				Map.of("amount", cents, "currency", "EUR"));
	}

	@Test
	void countsWhatWasLicensed() {
		String photo = listed();
		Envelope licence = Neighbours.envelope("safelight.purchase", "licence-issued.v1", newPhoto(), 1,
				Map.of("photoId", photo, "buyerId", "ben"));
		this.neighbours.say(CatalogTopics.PURCHASE_EVENTS, licence);
		this.neighbours.say(CatalogTopics.PURCHASE_EVENTS, licence);
		this.neighbours.say(CatalogTopics.PURCHASE_EVENTS, Neighbours.envelope("safelight.purchase",
				"licence-issued.v1", newPhoto(), 1, Map.of("photoId", photo, "buyerId", "bea")));

		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sold(photo)).isEqualTo(2));
		assertThat(this.stranger.get("/v1/photos/" + photo).header("ETag")).isEqualTo("\"1\"");
	}

	private long sold(String photo) {
		return this.store.find(CountSales.TABLE, CountSales.TABLE.key(photo), Counted.class)
			.map(Counted::version)
			.orElse(0L);
	}

	/** What we want to know of a count. */
	record Counted(long version) {
	}

	@Test
	void letsOnlyAdministratorsMakePacks() {
		Map<String, Object> nothing = Map.of();

		assertThat(this.stranger.post("/v1/packs", nothing).status()).isEqualTo(401);
		assertThat(Visitor.named("ana", this.port).post("/v1/packs", nothing).status()).isEqualTo(403);
		assertThat(Visitor.named("ada", this.port).post("/v1/packs", nothing).code()).isEqualTo("invalid-request");
		assertThat(Visitor.named("mia", this.port).delete("/v1/packs/x").status()).isEqualTo(403);
		assertThat(Visitor.named("ada", this.port).delete("/v1/packs/x").status()).isEqualTo(404);
	}

	@Test
	void explainsItself() {
		assertThat(this.stranger.get("/v1/licences/standard-1").json().path("may")).isNotEmpty();
		assertThat(this.stranger.get("/v1/licences/none").code()).isEqualTo("unknown-licence");
		assertThat(this.stranger.get("/v1/categories").text()).contains("nature");
		assertThat(this.stranger.get("/v3/api-docs").text()).contains("/v1/photos/{id}", "/v1/packs");
		assertThat(this.stranger.get("/actuator/health").status()).isEqualTo(200);
	}

	/** Orders something as publication does. */
	private Envelope order(String type, String photo, long version, Object data) {
		return this.neighbours.say(CatalogTopics.PUBLICATION_COMMANDS,
				Neighbours.envelope("safelight.publication", type, photo, version, data));
	}

	private String listed() {
		String photo = newPhoto();
		order("list-photo.v1", photo, 4, CatalogScenario.aPhoto(photo));
		this.neighbours.hear("photo-listed.v1", photo);
		return photo;
	}

	private static ListPhoto of(String contributor, ListPhoto ana) {
		return new ListPhoto(ana.photoId(), ana.epoch(), contributor, ana.title(), ana.keywords(), ana.labels(),
				ana.colours(), ana.width(), ana.height(), ana.placeholder(), ana.fingerprint(), ana.renditions(),
				ana.saleSizes());
	}

	private static String newPhoto() {
		return UUID.randomUUID().toString();
	}

}
