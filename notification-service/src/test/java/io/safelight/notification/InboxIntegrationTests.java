package io.safelight.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test is about another demo user, because what one was told stays.
 */
@NotificationTest
class InboxIntegrationTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Cloud cloud;

	private final int port;

	InboxIntegrationTests(@Autowired Cloud cloud, @LocalServerPort int port) {
		this.cloud = cloud;
		this.port = port;
	}

	@Test
	void showsOnesOwnNewestFirstInPages() throws Exception {
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
	void marksOneAsReadAndThenAll() throws Exception {
		tell("paul", "one");
		tell("paul", "two");
		String newest = json(get("paul", "/v1/notifications")).path("data").get(0).path("id").asString();
		assertThat(post("paul", "/v1/notifications/" + newest + "/read").statusCode()).isEqualTo(204);
		assertThat(post("paul", "/v1/notifications/" + newest + "/read").statusCode()).isEqualTo(204);
		JsonNode unread = json(get("paul", "/v1/notifications?unread=true"));
		assertThat(titles(unread)).containsExactly("“one” is on sale");
		assertThat(unread.path("unread_count").asInt()).isEqualTo(1);
		assertThat(post("paul", "/v1/notifications/read-all").body()).isEqualTo("{\"marked\":1}");
		assertThat(json(get("paul", "/v1/notifications")).path("unread_count").asInt()).isZero();
	}

	@Test
	void hidesWhatBelongsToSomebodyElse() throws Exception {
		tell("mia", "secret");
		String hers = json(get("mia", "/v1/notifications")).path("data").get(0).path("id").asString();
		assertThat(titles(json(get("ada", "/v1/notifications")))).isEmpty();
		HttpResponse<String> response = post("ada", "/v1/notifications/" + hers + "/read");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("unknown-notification", "You have no notification with this id");
		assertThat(json(get("mia", "/v1/notifications")).path("unread_count").asInt()).isEqualTo(1);
	}

	@Test
	void switchesMailsOffAndOn() throws Exception {
		String address = "bea-" + UUID.randomUUID() + "@example.test";
		this.cloud.learnAddress("bea", address);
		assertThat(get("bea", "/v1/preferences").body()).isEqualTo("{\"email\":true}");
		assertThat(put("bea", "/v1/preferences", "{\"email\":false}").body()).isEqualTo("{\"email\":false}");
		assertThat(get("bea", "/v1/preferences").body()).isEqualTo("{\"email\":false}");
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

	@ParameterizedTest
	@CsvSource({ "GET, /v1/notifications", "POST, /v1/notifications/x/read", "POST, /v1/notifications/read-all",
			"GET, /v1/preferences", "PUT, /v1/preferences" })
	void letsNobodyInWhoIsNotSignedIn(String method, String path) throws Exception {
		HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(uri(path))
			.header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString("{\"email\":true}"))
			.build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ana", "ben", "mia", "ada" })
	void letsEveryRoleIn(String user) throws Exception {
		assertThat(get(user, "/v1/notifications").statusCode()).isEqualTo(200);
		assertThat(get(user, "/v1/preferences").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/notifications?cursor=nonsense", "/v1/notifications?per_page=0",
			"/v1/notifications?per_page=101", "/v1/notifications?per_page=many", "/v1/notifications?unread=perhaps" })
	void explainsABadRequest(String path) throws Exception {
		HttpResponse<String> response = get("ben", path);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("\"code\"", "\"detail\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}", "{\"email\":null}", "{\"email\":\"perhaps\"}" })
	void explainsABadPreference(String body) throws Exception {
		HttpResponse<String> response = put("ben", "/v1/preferences", body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("\"code\"", "\"detail\"");
		assertThat(get("ben", "/v1/preferences").body()).isEqualTo("{\"email\":true}");
	}

	@Test
	void describesItsApi() throws Exception {
		String description = HTTP.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString())
			.body();
		assertThat(description)
			.contains("/v1/notifications", "/v1/preferences", "next_cursor", "Safelight notification")
			.doesNotContain("\"name\":\"caller\"");
	}

	private void tell(String user, String title) throws Exception {
		int before = countOf(user);
		this.cloud.publishPhoto(user, title);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> countOf(user) == before + 1);
	}

	private int countOf(String user) throws Exception {
		return json(get(user, "/v1/notifications?per_page=100")).path("data").size();
	}

	private static List<String> titles(JsonNode page) {
		return page.path("data").valueStream().map((notification) -> notification.path("title").asString()).toList();
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(200);
		return JSON.readTree(response.body());
	}

	private HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
		return send(user, HttpRequest.newBuilder(uri(path)));
	}

	private HttpResponse<String> post(String user, String path) throws IOException, InterruptedException {
		return send(user, HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
	}

	private HttpResponse<String> put(String user, String path, String body) throws IOException, InterruptedException {
		return send(user,
				HttpRequest.newBuilder(uri(path))
					.header("Content-Type", "application/json")
					.PUT(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(String user, HttpRequest.Builder request)
			throws IOException, InterruptedException {
		return HTTP.send(request.header("Authorization", "Bearer " + this.cloud.token(user)).build(),
				BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

}
