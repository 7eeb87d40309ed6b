package io.safelight.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.Visitor;
import io.safelight.search.document.SearchDocuments;
import io.safelight.search.message.PhotoOnSale;
import io.safelight.search.message.PhotoOnSale.Colour;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on a cloud of its own: wrong order, duplicates, restarts, and what
 * visitors see. It is started by hand, for it is also stopped and started again.
 */
@LocalCloudTest
@TestInstance(Lifecycle.PER_CLASS)
class SearchServiceIntegrationTests {

	@TempDir
	private static Path directory;

	private ConfigurableApplicationContext service;

	private Catalogue catalogue;

	private Seeker seeker;

	@BeforeAll
	void start() {
		this.service = run(directory.resolve("index"));
		this.catalogue = new Catalogue(this.service.getBean(SnsClient.class),
				this.service.getBean(SqsAsyncClient.class));
		this.seeker = seekerOf(this.service);
	}

	private static ConfigurableApplicationContext run(Path index) {
		return new SpringApplicationBuilder(SearchApplication.class).run("--server.port=0",
				"--safelight.search.index-dir=" + index);
	}

	private static Seeker seekerOf(ConfigurableApplicationContext service) {
		return new Seeker(
				Visitor.anonymous(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"))));
	}

	private void restart(Path index) {
		stop();
		this.service = run(index);
		this.catalogue = new Catalogue(this.service.getBean(SnsClient.class),
				this.service.getBean(SqsAsyncClient.class));
		this.seeker = seekerOf(this.service);
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@Test
	void findsAPhotoSoonAfterItWasListed() {
		String word = newWord();
		String photo = newPhoto();
		this.catalogue.list(aPhoto(photo).titled("A " + word).keywords("sea").photo(), 1);

		soon(() -> assertThat(this.seeker.find(word)).containsExactly(photo));

		Answer answer = this.seeker.get("/v1/images/search?query=" + word);
		assertThat(answer.json().path("total_count").asInt()).isEqualTo(1);
		assertThat(answer.json().path("page").asInt()).isEqualTo(1);
		assertThat(answer.json().path("per_page").asInt()).isEqualTo(20);
		assertThat(answer.field("search_id")).isNotBlank();
		assertThat(answer.json().path("facets").path("orientation").get(0).path("value").asString())
			.isEqualTo("horizontal");
		assertThat(answer.json().path("data").get(0).path("urls").path("thumb").asString())
			.isEqualTo("/media/" + photo + "/w320.jpg");
		assertThat(answer.json().path("data").get(0).path("from_price").path("amount").asInt()).isEqualTo(500);
		assertThat(answer.json().path("data").get(0).path("contributor").path("id").asString()).isEqualTo("ana");
	}

	@Test
	void followsEditsAndWithdrawals() {
		String before = newWord();
		String after = newWord();
		String photo = newPhoto();
		this.catalogue.list(aPhoto(photo).titled(before).photo(), 1);
		soon(() -> assertThat(this.seeker.find(before)).containsExactly(photo));

		this.catalogue.change(aPhoto(photo).titled(after).photo(), 2);
		soon(() -> assertThat(this.seeker.find(after)).containsExactly(photo));
		assertThat(this.seeker.find(before)).isEmpty();

		this.catalogue.withdraw(photo, 3);
		soon(() -> assertThat(this.seeker.find(after)).isEmpty());
	}

	@Test
	void ignoresWhatIsOlderThanWhatItKnows() {
		String newer = newWord();
		String older = newWord();
		String photo = newPhoto();
		this.catalogue.change(aPhoto(photo).titled(newer).photo(), 2);
		soon(() -> assertThat(this.seeker.find(newer)).containsExactly(photo));

		Envelope first = this.catalogue.list(aPhoto(photo).titled(older).photo(), 1);
		this.catalogue.say(first);
		awaitEverythingBefore();

		assertThat(this.seeker.find(newer)).containsExactly(photo);
		assertThat(this.seeker.find(older)).isEmpty();
	}

	@Test
	void neverShowsAPhotoThatWasWithdrawnBeforeItsListingCame() {
		String word = newWord();
		String photo = newPhoto();
		this.catalogue.withdraw(photo, 2);
		soon(() -> assertThat(this.service.getBean(SearchDocuments.class).find(photo)).isPresent());

		this.catalogue.list(aPhoto(photo).titled(word).photo(), 1);
		awaitEverythingBefore();

		assertThat(this.seeker.find(word)).isEmpty();
		assertThat(this.service.getBean(SearchDocuments.class).find(photo)).get()
			.satisfies((row) -> assertThat(row.version()).isEqualTo(2));
	}

	@Test
	void takesARepeatedMessageOnce() {
		String word = newWord();
		Envelope listed = this.catalogue.list(aPhoto(newPhoto()).titled(word).photo(), 1);
		this.catalogue.say(listed);
		this.catalogue.say(listed);
		awaitEverythingBefore();

		assertThat(this.seeker.find(word)).hasSize(1);
	}

	@Test
	void parksWhatNobodyCanReadAndGoesOn() {
		ParkedMessages parked = this.service.getBean(ParkedMessages.class);
		int before = parked.list(100, null).items().size();

		this.catalogue.say("photo-listed.v1", "this is no JSON " + UUID.randomUUID());

		soon(() -> assertThat(parked.list(100, null).items()).hasSize(before + 1));
		awaitEverythingBefore();
	}

	@Test
	void findsByColourBestFirst() {
		String word = newWord();
		String teal = listed(aPhoto(newPhoto()).titled(word).coloured(new Colour("008080", 1)));
		String partly = listed(
				aPhoto(newPhoto()).titled(word).coloured(new Colour("008080", 0.3), new Colour("cc1111", 0.7)));
		listed(aPhoto(newPhoto()).titled(word).coloured(new Colour("cc1111", 1)));
		soon(() -> assertThat(this.seeker.find(word)).hasSize(3));

		Answer found = this.seeker.get("/v1/images/search?color=008080&query=" + word);
		Answer both = this.seeker.get("/v1/images/search?color=008080,cc1111&query=" + word);
		Answer shortForm = this.seeker.get("/v1/images/search?color=088");

		assertThat(Seeker.ids(found)).containsExactly(teal, partly);
		assertThat(Seeker.ids(both)).containsExactly(partly);
		assertThat(shortForm.status()).isEqualTo(400);
		assertThat(shortForm.field("detail")).contains("six hex digits");
	}

	@Test
	void putsThoseFirstThatPeopleBuyAndSaysWhatTheyHaveInCommon() {
		String word = newWord();
		String often = listed(aPhoto(newPhoto()).titled(word).keywords(word).listedAt("2026-11-20T10:00:00Z"));
		String never = listed(aPhoto(newPhoto()).titled(word).keywords(word).listedAt("2026-11-22T10:00:00Z"));
		soon(() -> assertThat(this.seeker.find(word)).hasSize(2));
		this.catalogue.sold(often, 1000);

		soon(() -> assertThat(Seeker.ids(this.seeker.get("/v1/images/search?sort=popular&query=" + word)))
			.containsExactly(often, never));
		assertThat(Seeker.ids(this.seeker.get("/v1/images/search?sort=newest&query=" + word))).containsExactly(never,
				often);
		assertThat(this.seeker.get("/v1/images/trends?limit=24").text()).contains("\"" + word + "\"");
		assertThat(Seeker.ids(this.seeker.get("/v1/images/search?ids=" + never + "," + newPhoto())))
			.containsExactly(never);
	}

	@Test
	void findsWhatLooksLikeAPictureThatWasNeverHere() {
		String word = newWord();
		SearchFixtures near = aPhoto(newPhoto()).titled(word).looking(0, 0, 0, 1, 0, 0, 0);
		String photo = listed(near);
		soon(() -> assertThat(this.seeker.find(word)).hasSize(1));

		Answer found = this.seeker.post("/v1/images/similar?per_page=5",
				Map.of("fingerprint", Objects.requireNonNull(near.photo().fingerprint())));

		assertThat(Seeker.ids(found)).contains(photo);
		assertThat(this.seeker.post("/v1/images/similar", Map.of("fingerprint", "not base64 at all!")).status())
			.isEqualTo(400);
		assertThat(this.seeker.post("/v1/images/similar", Map.of("fingerprint", "x".repeat(6001))).status())
			.isEqualTo(400);
		assertThat(this.seeker.post("/v1/images/similar", Map.of()).status()).isEqualTo(400);
	}

	@Test
	void findsWhatLooksAlike() {
		String word = newWord();
		String one = listed(aPhoto(newPhoto()).titled(word).looking(1, 0, 0, 0, 0));
		String far = listed(aPhoto(newPhoto()).titled(word).looking(0, 1, 0, 0, 0));
		String near = listed(aPhoto(newPhoto()).titled(word).looking(0.99f, 0.14f, 0, 0, 0));
		soon(() -> assertThat(this.seeker.find(word)).hasSize(3));

		List<String> similar = Seeker.ids(this.seeker.get("/v1/images/" + one + "/similar?per_page=100"));

		assertThat(similar).containsSubsequence(near, far).doesNotContain(one);
		assertThat(this.seeker.get("/v1/images/" + newPhoto() + "/similar").status()).isEqualTo(404);
	}

	@Test
	void leadsThroughDeepPagesByCursor() {
		String word = newWord();
		for (int i = 0; i < 7; i++) {
			this.catalogue.list(aPhoto(newPhoto()).titled(word).photo(), 1);
		}
		soon(() -> assertThat(this.seeker.find(word)).hasSize(7));

		List<String> seen = new ArrayList<>();
		Answer page = this.seeker.get("/v1/images/search?per_page=3&query=" + word);
		String searchId = page.field("search_id");
		seen.addAll(Seeker.ids(page));
		while (page.json().has("next_cursor")) {
			page = this.seeker
				.get("/v1/images/search?per_page=3&query=" + word + "&cursor=" + page.field("next_cursor"));
			assertThat(page.field("search_id")).isEqualTo(searchId);
			seen.addAll(Seeker.ids(page));
		}

		assertThat(seen).hasSize(7).doesNotHaveDuplicates();
		assertThat(page.json().path("page").asInt()).isEqualTo(3);
		assertThat(Seeker.ids(this.seeker.get("/v1/images/search?query=" + word + "&page=3&per_page=3")))
			.isEqualTo(seen.subList(6, 7));
		assertThat(this.seeker.get("/v1/images/search?cursor=nonsense").status()).isEqualTo(400);
	}

	@Test
	void neverFailsForWhatPeopleType() {
		for (String typed : List.of("\"", "NOT", "-", "a AND (b OR", "title:[x TO", "🌊", "' OR 1=1 --", "%")) {
			assertThat(this.seeker.get("/v1/images/search?query=" + Seeker.encoded(typed)).status()).as(typed)
				.isEqualTo(200);
		}
	}

	@Test
	void namesWhatIsAllowed() {
		Answer sort = this.seeker.get("/v1/images/search?sort=cheapest");
		Answer unknown = this.seeker.get("/v1/images/search?colour=1f4e79");

		assertThat(sort.status()).isEqualTo(400);
		assertThat(sort.json().path("allowed").toString()).contains("relevance", "newest", "popular");
		assertThat(unknown.code()).isEqualTo("unknown-parameter");
		assertThat(unknown.json().path("allowed").toString()).contains("color");
		assertThat(this.seeker.get("/v1/images/x/similar?per_page=0").status()).isEqualTo(400);
	}

	@Test
	void suggestsWords() {
		String word = newWord();
		listed(aPhoto(newPhoto()).titled(word).keywords(word + "boat"));
		soon(() -> assertThat(this.seeker.find(word)).hasSize(1));

		Answer answer = this.seeker.get("/v1/images/search/suggestions?query=" + word);

		assertThat(answer.json().path("data").get(0).path("text").asString()).isEqualTo(word + "boat");
		assertThat(this.seeker.get("/v1/images/search/suggestions").status()).isEqualTo(400);
	}

	@Test
	void keepsItsIndexOverARestartAndMakesADeletedOneAnew() {
		String word = newWord();
		String gone = newWord();
		String photo = listed(aPhoto(newPhoto()).titled(word));
		String withdrawn = listed(aPhoto(newPhoto()).titled(gone));
		this.catalogue.withdraw(withdrawn, 2);
		soon(() -> assertThat(this.seeker.find(word)).containsExactly(photo));
		soon(() -> assertThat(this.seeker.find(gone)).isEmpty());

		restart(directory.resolve("index"));
		assertThat(this.seeker.find(word)).containsExactly(photo);
		assertThat(this.seeker.find(gone)).isEmpty();

		restart(directory.resolve("another-index"));
		assertThat(this.seeker.find(word)).containsExactly(photo);
		assertThat(this.seeker.find(gone)).isEmpty();
	}

	@Test
	void explainsItself() {
		assertThat(this.seeker.get("/v3/api-docs").text()).contains("/v1/images/search", "/v1/images/{id}/similar");
		assertThat(this.seeker.get("/actuator/health").status()).isEqualTo(200);
	}

	private String listed(SearchFixtures photo) {
		PhotoOnSale onSale = photo.photo();
		this.catalogue.list(onSale, 1);
		return onSale.photoId();
	}

	/**
	 * The queue keeps no order, but what was sent earlier is taken within moments of what
	 * comes later.
	 */
	private void awaitEverythingBefore() {
		String word = newWord();
		listed(aPhoto(newPhoto()).titled(word));
		soon(() -> assertThat(this.seeker.find(word)).hasSize(1));
	}

	private static void soon(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
	}

	/** A word that no other test uses, and that has no other stem. */
	private static String newWord() {
		return "w" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");
	}

	private static String newPhoto() {
		return UUID.randomUUID().toString();
	}

}
