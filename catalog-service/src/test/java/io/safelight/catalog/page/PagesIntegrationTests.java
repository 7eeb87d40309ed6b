package io.safelight.catalog.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages from the draft to the visitor, with S3 behind: who may do what, two editors at
 * once, and what must never get onto a page.
 */
@LocalCloudTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private S3Client s3;

	private Neighbours neighbours;

	private Visitor ada;

	private Visitor stranger;

	private final String name = "page-" + UUID.randomUUID().toString().substring(0, 8);

	private final String path = "/v1/pages/" + this.name;

	@BeforeEach
	void arrive(@Autowired SnsClient sns, @Autowired SqsAsyncClient sqs) {
		this.neighbours = Neighbours.hearing(sns, sqs, "safelight-catalog-events");
		this.ada = Visitor.named("ada", this.port);
		this.stranger = Visitor.anonymous(this.port);
	}

	@Test
	void showsTheBuiltInHomeUntilOneIsPublished() {
		Answer home = this.stranger.get("/v1/pages/home");

		assertThat(home.status()).isEqualTo(200);
		assertThat(home.json().path("blocks").path(0).path("type").asString()).isEqualTo("hero");
		assertThat(this.ada.get("/v1/pages/home/draft").json().path("content").path("blocks")).isNotEmpty();
	}

	@Test
	void showsWhatIsPublishedAndNothingBefore() {
		save("First", 0);
		assertThat(this.stranger.get(this.path).code()).isEqualTo("page-not-published");

		publish(1, 1);

		Answer shown = this.stranger.get(this.path);
		assertThat(shown.field("title")).isEqualTo("First");
		assertThat(shown.header("Cache-Control")).contains("no-cache", "public");
		assertThat(this.stranger.get(this.path, "If-None-Match", shown.header("ETag")).status()).isEqualTo(304);
		save("Second", 2);
		assertThat(this.stranger.get(this.path).field("title")).isEqualTo("First");
		publish(2, 3);
		Answer newer = this.stranger.get(this.path, "If-None-Match", shown.header("ETag"));
		assertThat(newer.status()).isEqualTo(200);
		assertThat(newer.field("title")).isEqualTo("Second");
		assertThat(this.neighbours.hear("page-changed.v1", this.name, 2)).last()
			.satisfies((said) -> assertThat(said.data().path("published").asInt()).isEqualTo(2));
	}

	@Test
	void goesBackToAnyVersionAsItWas() {
		save("First", 0);
		save("Second", 1);
		publish(2, 2);

		publish(1, 3);

		assertThat(this.stranger.get(this.path).field("title")).isEqualTo("First");
		assertThat(this.ada.get(this.path + "/versions").json().path("data")).hasSize(2);
		assertThat(this.ada.get(this.path + "/versions/2").field("title")).isEqualTo("Second");
		assertThat(this.ada.get(this.path + "/draft").json().path("content").path("title").asString())
			.isEqualTo("Second");
		assertThat(this.ada.get(this.path + "/versions/3").code()).isEqualTo("unknown-version");
	}

	@Test
	void takesAPageFromTheSite() {
		save("First", 0);
		publish(1, 1);

		Answer gone = Visitor.send(this.ada.request(this.path + "/publication", "If-Match", "\"2\"").DELETE());

		assertThat(gone.status()).isEqualTo(200);
		assertThat(this.stranger.get(this.path).status()).isEqualTo(404);
		assertThat(this.ada.get(this.path + "/versions/1").field("title")).isEqualTo("First");
	}

	@Test
	void tellsTheSecondOfTwoEditorsThatSomebodyWasQuicker() {
		save("First", 0);

		Answer late = put("Mine", "\"0\"");

		assertThat(late.status()).isEqualTo(412);
		assertThat(late.field("changedBy")).isEqualTo("ada");
		assertThat(put("Mine", null).status()).isEqualTo(428);
		assertThat(put("Mine", "no tag").status()).isEqualTo(400);
		assertThat(post(1, "\"0\"").status()).isEqualTo(412);
	}

	@Test
	void savesOneOfManyAtOnce() throws Exception {
		try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = editors.invokeAll(IntStream.range(0, 8)
				.<Callable<Integer>>mapToObj((i) -> () -> put("Editor " + i, "\"0\"").status())
				.toList());

			assertThat(answers).extracting(Future::get)
				.containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412, 412, 412);
		}
		assertThat(this.ada.get(this.path + "/versions").json().path("data")).hasSize(1);
	}

	@Test
	void writesDownWhoPublishedWhat() {
		save("First", 0);
		publish(1, 1);

		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.ada.get("/v1/ops/audit?per_page=100").text()).contains(this.name,
					"Everybody sees version 1."));
	}

	@Test
	void keepsPagesToAdministrators() {
		for (String user : List.of("ana", "ben", "mia")) {
			Visitor visitor = Visitor.named(user, this.port);
			assertThat(visitor.get("/v1/pages").status()).isEqualTo(403);
			assertThat(visitor.get(this.path + "/draft").status()).isEqualTo(403);
			assertThat(visitor.get(this.path + "/versions").status()).isEqualTo(403);
			assertThat(visitor.get(this.path + "/versions/1").status()).isEqualTo(403);
			assertThat(visitor.put(this.path + "/draft", page("Mine"), "If-Match", "\"0\"").status()).isEqualTo(403);
			assertThat(visitor.post(this.path + "/publication", Map.of("number", 1), "If-Match", "\"0\"").status())
				.isEqualTo(403);
			assertThat(visitor.delete(this.path + "/publication").status()).isEqualTo(403);
		}
		assertThat(this.stranger.get(this.path + "/draft").status()).isEqualTo(401);
		assertThat(this.stranger.put(this.path + "/draft", page("Mine"), "If-Match", "\"0\"").status()).isEqualTo(401);
	}

	@Test
	void letsNothingOntoAPageButWordsAndLinks() {
		Map<String, Object> text = Map.of("type", "text", "id", "t", "heading", "", "text",
				"<img src=x onerror=alert(1)>", "linkLabel", "Go", "linkHref", "javascript:alert(1)");

		Answer refused = this.ada.put(this.path + "/draft", Map.of("title", "Page", "blocks", List.of(text)),
				"If-Match", "\"0\"");

		assertThat(refused.code()).isEqualTo("invalid-request");
		assertThat(refused.text()).contains("blocks[0].text", "blocks[0].linkHref", "leave out HTML");
		Map<String, Object> html = Map.of("type", "html", "id", "h", "html", "<b>");
		assertThat(this.ada
			.put(this.path + "/draft", Map.of("title", "Page", "blocks", List.of(html)), "If-Match", "\"0\"")
			.code()).isEqualTo("unreadable-page");
		assertThat(this.ada.put(this.path + "/draft", "no json", "If-Match", "\"0\"").status()).isEqualTo(400);
		assertThat(this.ada.put(this.path + "/draft", "{\"title\":\"" + "x".repeat(70_000) + "\"}", "If-Match", "\"0\"")
			.status()).isEqualTo(413);
		assertThat(this.ada.put("/v1/pages/..%2Fx/draft", page("x"), "If-Match", "\"0\"").status()).isEqualTo(400);
		assertThat(this.ada.get(this.path + "/versions").json().path("data")).isEmpty();
	}

	@Test
	void showsNothingThatWasExchangedInTheBucket() {
		save("First", 0);
		publish(1, 1);
		S3Object object = this.s3.listObjectsV2((request) -> request.bucket("safelight-pages").prefix(this.name + "/"))
			.contents()
			.getFirst();

		this.s3.putObject((request) -> request.bucket("safelight-pages").key(object.key()),
				RequestBody.fromString("{\"title\":\"Not ours\",\"blocks\":[]}"));

		Answer answer = this.stranger.get(this.path);
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.text()).doesNotContain("Not ours");
	}

	@Test
	void listsPages() {
		save("First", 0);

		assertThat(this.ada.get("/v1/pages?per_page=100").text()).contains(this.name);
	}

	private void save(String title, long seen) {
		Answer answer = put(title, "\"" + seen + "\"");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.header("ETag")).isEqualTo("\"" + (seen + 1) + "\"");
	}

	private void publish(int number, long seen) {
		Answer answer = post(number, "\"" + seen + "\"");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	private Answer post(int number, String ifMatch) {
		return this.ada.post(this.path + "/publication", Map.of("number", number), "If-Match", ifMatch);
	}

	private Answer put(String title, @Nullable String ifMatch) {
		return (ifMatch != null) ? this.ada.put(this.path + "/draft", page(title), "If-Match", ifMatch)
				: this.ada.put(this.path + "/draft", page(title));
	}

	private static Map<String, Object> page(String title) {
		return Map.of("title", title, "blocks", List.of(Map.of("type", "hero", "id", "h", "headline", title)));
	}

}
