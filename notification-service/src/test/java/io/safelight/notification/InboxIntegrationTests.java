package io.safelight.notification;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.EventStream;
import io.safelight.messaging.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test is about another demo user, because what one was told stays.
 */
@NotificationTest
class InboxIntegrationTests {

	private final Cloud cloud;

	private final int port;

	InboxIntegrationTests(@Autowired Cloud cloud, @LocalServerPort int port) {
		this.cloud = cloud;
		this.port = port;
	}

	@Test
	void showsOnesOwnNewestFirstInPages() {
		for (String title : List.of("one", "two", "three")) {
			tell("ana", title);
		}
		JsonNode first = json(get("ana", "/v1/notifications?per_page=2"));
		assertThat(titles(first)).containsExactly("“three” is on sale", "“two” is on sale");
		assertThat(first.path("unread_count").asInt()).isEqualTo(3);
		JsonNode notification = first.path("data").get(0);
		assertThat(notification.path("about").asString()).isEqualTo("photo-published");
		assertThat(notification.path("path").asString()).startsWith("/photos/");
		assertThat(notification.path("unread").asBoolean()).isTrue();
		JsonNode second = json(
				get("ana", "/v1/notifications?per_page=2&cursor=" + first.path("next_cursor").asString()));
		assertThat(titles(second)).containsExactly("“one” is on sale");
		assertThat(second.path("next_cursor").isNull()).isTrue();
	}

	@Test
	void marksOneAsReadAndThenAll() {
		tell("paul", "one");
		tell("paul", "two");
		String newest = json(get("paul", "/v1/notifications")).path("data").get(0).path("id").asString();
		assertThat(post("paul", "/v1/notifications/" + newest + "/read").status()).isEqualTo(204);
		assertThat(post("paul", "/v1/notifications/" + newest + "/read").status()).isEqualTo(204);
		JsonNode unread = json(get("paul", "/v1/notifications?unread=true"));
		assertThat(titles(unread)).containsExactly("“one” is on sale");
		assertThat(unread.path("unread_count").asInt()).isEqualTo(1);
		assertThat(post("paul", "/v1/notifications/read-all").text()).isEqualTo("{\"marked\":1}");
		assertThat(json(get("paul", "/v1/notifications")).path("unread_count").asInt()).isZero();
	}

	@Test
	void hidesWhatBelongsToSomebodyElse() {
		tell("mia", "secret");
		String hers = json(get("mia", "/v1/notifications")).path("data").get(0).path("id").asString();
		assertThat(titles(json(get("ada", "/v1/notifications")))).isEmpty();
		Answer response = post("ada", "/v1/notifications/" + hers + "/read");
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.text()).contains("unknown-notification", "You have no notification with this id");
		assertThat(json(get("mia", "/v1/notifications")).path("unread_count").asInt()).isEqualTo(1);
	}

	@Test
	void switchesMailsOffAndOn() {
		String address = "bea-" + UUID.randomUUID() + "@example.test";
		this.cloud.learnAddress("bea", address);
		assertThat(get("bea", "/v1/preferences").text()).isEqualTo("{\"email\":true}");
		assertThat(put("bea", "/v1/preferences", "{\"email\":false}").text()).isEqualTo("{\"email\":false}");
		assertThat(get("bea", "/v1/preferences").text()).isEqualTo("{\"email\":false}");
		tell("bea", "unsent");
		Awaitility.await()
			.until(() -> this.cloud.rows("safelight-notification-emails", "userId", "bea")
				.stream()
				.noneMatch((row) -> row.containsKey("work")));
		put("bea", "/v1/preferences", "{\"email\":true}");
		tell("bea", "sent");
		Awaitility.await().until(() -> !this.cloud.mails(address).isEmpty());
		assertThat(this.cloud.mails(address)).singleElement()
			.satisfies((mail) -> assertThat(mail.path("subject").asString()).isEqualTo("“sent” is on sale"));
	}

	@Test
	void tellsWhatIsNewAndGoesOnAfterABreakWithoutLosingAny() {
		try (EventStream stream = listen("ben");
				EventStream another = listen("bea", "Last-Event-ID", Instant.now().toEpochMilli() + "-x")) {
			tell("ben", "told live");
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> live(stream).contains("“told live” is on sale"));
			EventStream.Event seen = stream.events().getLast();
			assertThat(seen.type()).isEqualTo("notification");
			assertThat(seen.data().path("unread").asBoolean()).isTrue();
			stream.close();
			tell("ben", "missed");
			this.cloud.say("safelight-publication-events", Cloud.sample("photo-published.v1",
					Instant.now().minusSeconds(3600), (data) -> data.put("contributorId", "ben").put("title", "late")));
			try (EventStream later = listen("ben", "Last-Event-ID", seen.id())) {
				Awaitility.await()
					.atMost(Duration.ofSeconds(20))
					.until(() -> live(later).containsAll(List.of("“missed” is on sale", "“late” is on sale")));
			}
			assertThat(live(another)).doesNotContain("“told live” is on sale", "“missed” is on sale");
		}
	}

	private EventStream listen(String user, String... headers) {
		return new EventStream(Visitor.named(user, this.port).request("/v1/notifications/stream", headers));
	}

	private static List<String> live(EventStream stream) {
		return stream.events().stream().map((event) -> event.data().path("title").asString()).toList();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /v1/notifications", "GET, /v1/notifications/stream", "POST, /v1/notifications/x/read",
			"POST, /v1/notifications/read-all", "GET, /v1/preferences", "PUT, /v1/preferences" })
	void letsNobodyInWhoIsNotSignedIn(String method, String path) {
		Answer response = Visitor.send(Visitor.anonymous(this.port)
			.request(path, "Content-Type", "application/json")
			.method(method, BodyPublishers.ofString("{\"email\":true}")));
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ana", "ben", "mia", "ada" })
	void letsEveryRoleIn(String user) {
		assertThat(get(user, "/v1/notifications").status()).isEqualTo(200);
		assertThat(get(user, "/v1/preferences").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/notifications?cursor=nonsense", "/v1/notifications?per_page=0",
			"/v1/notifications?per_page=101", "/v1/notifications?per_page=many", "/v1/notifications?unread=perhaps" })
	void explainsABadRequest(String path) {
		Answer response = get("ben", path);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(response.text()).contains("\"code\"", "\"detail\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}", "{\"email\":null}", "{\"email\":\"perhaps\"}" })
	void explainsABadPreference(String body) {
		Answer response = put("ben", "/v1/preferences", body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text()).contains("\"code\"", "\"detail\"");
		assertThat(get("ben", "/v1/preferences").text()).isEqualTo("{\"email\":true}");
	}

	@Test
	void describesItsApi() {
		assertThat(Visitor.anonymous(this.port).get("/v3/api-docs").text())
			.contains("/v1/notifications", "/v1/preferences", "next_cursor", "Safelight notification")
			.doesNotContain("\"name\":\"caller\"");
	}

	private void tell(String user, String title) {
		int before = countOf(user);
		this.cloud.publishPhoto(user, title);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> countOf(user) == before + 1);
	}

	private int countOf(String user) {
		return json(get(user, "/v1/notifications?per_page=100")).path("data").size();
	}

	private static List<String> titles(JsonNode page) {
		return page.path("data").valueStream().map((notification) -> notification.path("title").asString()).toList();
	}

	private static JsonNode json(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		return answer.json();
	}

	private Answer get(String user, String path) {
		return Visitor.named(user, this.port).get(path);
	}

	private Answer post(String user, String path) {
		return Visitor.named(user, this.port).post(path);
	}

	private Answer put(String user, String path, String body) {
		return Visitor.named(user, this.port).put(path, body);
	}

}
