package io.safelight.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who is not let in, and what is not understood.
 */
@Order(3)
class AccessEndToEndTests {

	private static Marketplace marketplace;

	@BeforeAll
	static void start() throws Exception {
		marketplace = Marketplace.running();
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/upload/v1/uploads", "POST,/api/upload/v1/uploads", "GET,/api/publication/v1/publications",
			"GET,/api/publication/v1/moderation", "GET,/api/purchase/v1/orders", "POST,/api/purchase/v1/orders",
			"GET,/api/purchase/v1/licences", "GET,/api/notification/v1/notifications", "POST,/api/catalog/v1/packs" })
	void asksStrangersToSignIn(String method, String path) throws Exception {
		User.Answer answer = marketplace.anonymous().send(method, path, "{}");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.problem()).isEqualTo("not-signed-in");
	}

	@ParameterizedTest
	@CsvSource({ "ben,POST,/api/upload/v1/uploads", "ana,POST,/api/purchase/v1/orders",
			"ana,GET,/api/publication/v1/moderation", "ben,POST,/api/catalog/v1/packs" })
	void refusesTheWrongRole(String name, String method, String path) throws Exception {
		User.Answer answer = marketplace.user(name).send(method, path, "{}", "Idempotency-Key", "k");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.problem()).isEqualTo("wrong-role");
	}

	@Test
	void refusesAnExpiredToken() throws Exception {
		User.Answer answer = User.signedIn(marketplace, "ana", Map.of("lifetime_seconds", "-300"))
			.get("/api/upload/v1/uploads");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text()).contains("expired");
	}

	@Test
	void refusesATokenForSomebodyElse() throws Exception {
		assertThat(User.signedIn(marketplace, "ana", Map.of("audience", "another-shop"))
			.get("/api/upload/v1/uploads")
			.status()).isEqualTo(401);
	}

	@Test
	void refusesATokenThatWasTamperedWith() throws Exception {
		String token = marketplace.user("ana").token();
		assertThat(new User(marketplace, "ana", token.substring(0, token.length() - 6) + "AAAAAA")
			.get("/api/upload/v1/uploads")
			.status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "ana,/api/upload/v1/uploads/", "ana,/api/publication/v1/publications/", "ana,/api/catalog/v1/photos/",
			"ben,/api/purchase/v1/orders/", "ben,/api/purchase/v1/licences/" })
	void saysThatAnUnknownIdIsUnknown(String name, String path) throws Exception {
		User.Answer answer = marketplace.user(name).get(path + UUID.randomUUID());
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.problem()).isNotEmpty();
	}

	@Test
	void hidesOnePhotographersUploadsFromAnother() throws Exception {
		Upload upload = Upload.opened(marketplace.user("ana"), "mine.jpg", "Mine",
				UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
		User paul = marketplace.user("paul");
		assertThat(paul.get("/api/upload/v1/uploads/" + upload.id()).status()).isEqualTo(404);
		assertThat(paul.post("/api/upload/v1/uploads/" + upload.id() + "/complete", Map.of()).status()).isEqualTo(404);
		assertThat(marketplace.user("ana").send("DELETE", "/api/upload/v1/uploads/" + upload.id(), "").status() / 100)
			.isEqualTo(2);
	}

	@Test
	void doesNotShowTheInsidesOfServicesAtTheEntrance() throws Exception {
		assertThat(marketplace.anonymous().get("/api/upload/actuator/health").status()).isEqualTo(404);
	}

	@Test
	void setsAMalformedMessageAsideAndGoesOn() throws Exception {
		try (SqsClient sqs = marketplace.sqs()) {
			String url = sqs.getQueueUrl((request) -> request.queueName("safelight-catalog")).queueUrl();
			sqs.sendMessage((request) -> request.queueUrl(url).messageBody("{\"not\": \"an envelope\"}"));
			await().atMost(Duration.ofSeconds(30))
				.until(() -> sqs.getQueueAttributes((request) -> request.queueUrl(url)
					.attributeNamesWithStrings("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"))
					.attributesAsStrings()
					.values()
					.stream()
					.allMatch("0"::equals));
			String deadLetters = sqs.getQueueUrl((request) -> request.queueName("safelight-catalog-dlq")).queueUrl();
			assertThat(sqs.getQueueAttributes(
					(request) -> request.queueUrl(deadLetters).attributeNamesWithStrings("ApproximateNumberOfMessages"))
				.attributesAsStrings()).containsEntry("ApproximateNumberOfMessages", "0");
		}
	}

	@Test
	void documentsTheWholeApiInOnePlace() throws Exception {
		assertThat(marketplace.anonymous().get("/docs").status()).isIn(200, 302);
	}

}
