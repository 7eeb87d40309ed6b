package io.safelight.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.safelight.pictures.JpegFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every process is replaced, one after the other, while people upload and buy; and a
 * sender is upgraded before its consumers. docs/operations.md says how it is done.
 */
@Order(8)
class UpgradeEndToEndTests {

	/** Consumers before those they hear, the entrance last; two at a time. */
	private static final List<List<String>> PROCESSES = List.of(List.of("notification", "search"),
			List.of("purchase", "catalog"), List.of("imaging", "publication"), List.of("upload", "gateway"));

	/** An orderly stop and a start, on a machine that has other things to do. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration PAUSE = Duration.ofSeconds(3);

	private static Marketplace marketplace;

	private static byte[] picture;

	@BeforeAll
	static void start() throws Exception {
		Assumptions.assumeTrue(Marketplace.isOwn(), "only processes of our own are replaced");
		marketplace = Marketplace.running();
		picture = JpegFile.of(Photographs.fetched().mosaic(900, 600)).bytes();
	}

	/** F1, F13: nothing is lost, and nobody has to do anything but try again. */
	@Test
	void publishesAndSellsWhileEveryProcessIsReplaced() throws Exception {
		User paul = marketplace.user("paul");
		User bea = marketplace.user("bea");
		AtomicBoolean over = new AtomicBoolean();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<List<Upload>> uploads = people.submit(() -> until(over, () -> uploaded(paul)));
			Future<List<String>> licences = people.submit(() -> until(over, () -> bought(bea, uploaded(paul))));
			for (List<String> processes : PROCESSES) {
				for (Future<Void> replaced : people
					.invokeAll(processes.stream().map(UpgradeEndToEndTests::replacing).toList())) {
					replaced.get();
				}
			}
			over.set(true);
			assertThat(uploads.get()).isNotEmpty().allSatisfy((upload) -> {
				JsonNode publication = ended(upload);
				assertThat(publication.path("state").asString()).as(publication.toPrettyString())
					.isEqualTo("PUBLISHED");
			});
			assertThat(licences.get()).isNotEmpty()
				.doesNotHaveDuplicates()
				.allSatisfy((licence) -> await().atMost(PATIENCE)
					.until(() -> bea.get("/api/purchase/v1/licences/" + licence)
						.json()
						.path("state")
						.asString()
						.equals("READY")));
		}
	}

	/**
	 * One after the other, with a pause, so that what was begun ends soon after the last.
	 */
	private static <T> List<T> until(AtomicBoolean over, Callable<T> work) throws Exception {
		List<T> done = new ArrayList<>();
		while (!over.get()) {
			done.add(work.call());
			await().pollDelay(PAUSE).until(() -> true);
		}
		return done;
	}

	private static Upload uploaded(User photographer) throws Exception {
		String token = UUID.randomUUID().toString();
		byte[] bytes = JpegFile.read(picture).withComments(token).bytes();
		User.Answer opened = good(() -> photographer.post("/api/upload/v1/uploads",
				Map.of("fileName", "upgrade.jpg", "contentType", "image/jpeg", "bytes", bytes.length, "sha256",
						Upload.sha256(bytes), "title", "Uploaded meanwhile", "keywords", List.of("upgrade")),
				"Idempotency-Key", token));
		Upload upload = new Upload(photographer, opened.json().path("uploadId").asString(), opened.json(), bytes)
			.sent();
		await().atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> upload.complete().status() / 100 == 2 || upload.publication().has("state"));
		return upload;
	}

	private static JsonNode ended(Upload upload) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(300))
			.ignoreExceptions()
			.until(upload::publication, Upload::isEnded);
	}

	private static Callable<Void> replacing(String process) {
		return () -> {
			Marketplace.restart(process);
			return null;
		};
	}

	/** Nobody buys the same licence twice: each is of a photo of its own. */
	private static String bought(User buyer, Upload photo) throws Exception {
		assertThat(ended(photo).path("state").asString()).isEqualTo("PUBLISHED");
		String key = UUID.randomUUID().toString();
		return good(() -> buyer.post("/api/purchase/v1/orders",
				Map.of("lines", List.of(Map.of("photoId", photo.id(), "size", "full"))), "Idempotency-Key", key))
			.json()
			.path("licences")
			.path(0)
			.path("licenceId")
			.asString();
	}

	/**
	 * As good clients do: the same request again, until somebody is there to answer it.
	 */
	private static User.Answer good(Callable<User.Answer> request) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(300))
			.ignoreExceptions()
			.until(request, (answer) -> answer.status() / 100 == 2);
	}

	/**
	 * F19: what is newer than a consumer waits there, with the reason, until somebody
	 * decides.
	 */
	@Test
	void setsAMessageAsideThatIsNewerThanItsConsumer() throws Exception {
		User ada = marketplace.user("ada");
		String id = UUID.randomUUID().toString();
		say("safelight-catalog-events", "pack-changed.v2",
				"""
						{ "version": "0", "id": "%1$s", "detail-type": "pack-changed.v2", "source": "safelight.catalog",
						  "time": "2026-11-22T10:00:00Z", "resources": [], "detail": {
						    "metadata": { "aggregateId": "%1$s", "aggregateVersion": 1, "correlationId": "%1$s", "causationId": "%1$s",
						      "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" },
						    "data": { "packId": "%1$s" } } }"""
					.formatted(id));
		for (String consumer : List.of("purchase", "catalog")) {
			String desk = "/api/" + consumer + "/v1/ops/parked";
			JsonNode parked = await().atMost(PATIENCE)
				.until(() -> parked(ada, desk, id), (message) -> message.path("id").isString());
			assertThat(parked.path("type").asString()).isEqualTo("pack-changed.v2");
			assertThat(parked.path("reason").asString()).contains("handles no pack-changed.v2", "upgraded");
			User.Answer discarded = ada.post(desk + "/" + parked.path("id").asString() + "/discard",
					Map.of("reason", "it was said to see that it waits"));
			assertThat(discarded.status()).as(discarded.text()).isEqualTo(200);
		}
	}

	private static void say(String topic, String type, String body) {
		try (SnsClient sns = marketplace.sns()) {
			String arn = sns.createTopic((request) -> request.name(topic)).topicArn();
			sns.publish((request) -> request.topicArn(arn)
				.message(body)
				.messageAttributes(Map.of("detail-type",
						MessageAttributeValue.builder().dataType("String").stringValue(type).build())));
		}
	}

	private static JsonNode parked(User admin, String desk, String messageId) throws Exception {
		return admin.get(desk)
			.json()
			.path("data")
			.values()
			.stream()
			.filter((message) -> message.path("messageId").asString("").equals(messageId))
			.findFirst()
			.orElse(JsonNodeFactory.instance.missingNode());
	}

}
