package io.safelight.publication;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.EventStream;
import io.safelight.messaging.test.ShiftedClock;
import io.safelight.messaging.test.Visitor;
import io.safelight.publication.Participants.Uploaded;
import io.safelight.publication.analysis.Drawings;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on a cloud of its own; the test is upload, imaging and catalog.
 */
@PublicationServiceTest
class PublicationServiceIntegrationTests {

	private static final byte[] PHOTO = Drawings.jpeg(1600, 1200);

	@Autowired
	private ShiftedClock clock;

	@Autowired
	private Participants participants;

	@Autowired
	private S3Client s3;

	@Autowired
	private ParkedMessages parked;

	@LocalServerPort
	private int port;

	@Test
	void publishesAPhoto() {
		Uploaded photo = approved();
		int epoch = epoch("generate-public-renditions.v1", photo);
		this.participants.previews(photo.id(), epoch);
		this.participants.saleSizes(photo.id(), epoch);
		Envelope listing = this.participants.hear("list-photo.v1", photo.id());
		assertThat(listing.data().path("title").asString()).isEqualTo("Sunset");
		assertThat(listing.data().path("saleSizes").findValuesAsString("name")).containsExactly("full");
		list(photo, listing);
		JsonNode published = this.participants.hear("photo-published.v1", photo.id()).data();
		assertThat(published.path("original").path("sha256").asString()).isEqualTo(photo.sha256());
		assertArchived(photo);
		JsonNode view = awaitState(photo, "PUBLISHED");
		assertThat(view.path("done").asBoolean()).isTrue();
		assertThat(view.path("timeline").findValuesAsString("to")).containsExactly("ANALYSING", "MODERATING",
				"RENDERING", "RENDERING", "LISTING", "ARCHIVING", "PUBLISHED");
	}

	@Test
	void publishesOnceThoughEverythingComesTwiceAndInAnyOrder() {
		Uploaded photo = this.participants.put("ana", PHOTO);
		Envelope uploaded = this.participants.announce(photo);
		this.participants.say("safelight-upload-events", uploaded);
		this.participants.hear("moderation-requested.v1", photo.id());
		decide(photo, "{\"decision\":\"approve\"}");
		int epoch = epoch("generate-sale-sizes.v1", photo);
		Envelope listedEarly = this.participants.catalog("photo-listed.v1", photo.id(),
				Map.of("photoId", photo.id(), "epoch", 9));
		Envelope sold = this.participants.saleSizes(photo.id(), epoch);
		this.participants.say("safelight-imaging-events", sold);
		this.participants.saleSizes(photo.id(), epoch - 1);
		Envelope shown = this.participants.previews(photo.id(), epoch);
		this.participants.say("safelight-imaging-events", shown);
		this.participants.say("safelight-catalog-events", listedEarly);
		list(photo, this.participants.hear("list-photo.v1", photo.id()));
		list(photo, this.participants.hear("list-photo.v1", photo.id()));
		this.participants.hear("photo-published.v1", photo.id());
		this.participants.say("safelight-upload-events", uploaded);
		Uploaded another = this.participants.upload(PHOTO);
		this.participants.hear("moderation-requested.v1", another.id());
		for (String type : List.of("analyse-photo.v1", "list-photo.v1", "archive-original.v1", "photo-published.v1")) {
			assertThat(this.participants.heardOf(type, photo.id())).as(type).hasSize(1);
		}
		Awaitility.await()
			.atMost(Participants.PATIENCE)
			.untilAsserted(
					() -> assertThat(ignoredCauses(photo)).contains("sale-sizes-generated.v1", "photo-listed.v1"));
	}

	@Test
	void takesAnAnswerThatIsThereBeforeThePhoto() {
		Uploaded photo = this.participants.put("ana", PHOTO);
		this.participants.previews(photo.id(), 1);
		Awaitility.await()
			.during(java.time.Duration.ofSeconds(1))
			.until(() -> as("mia").get("/v1/publications/" + photo.id()).status() == 404);
		this.participants.announce(photo);
		Awaitility.await()
			.atMost(Participants.PATIENCE)
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(ignoredCauses(photo)).contains("public-renditions-generated.v1"));
	}

	@Test
	void refusesATruncatedFileWithAReason() {
		Uploaded photo = this.participants.upload(Drawings.truncated(PHOTO, 0.7));
		JsonNode reason = this.participants.hear("photo-rejected.v1", photo.id()).data().path("reasons").path(0);
		assertThat(reason.path("code").asString()).isEqualTo("truncated-file");
		JsonNode view = awaitState(photo, "REJECTED");
		assertThat(view.path("reasons").path(0).path("message").asString())
			.isEqualTo("The file ends in the middle of the picture.");
		assertThat(view.path("reasons").path(0).path("repair").asString()).contains("Export the photo again");
		assertThat(this.participants.heardOf("generate-public-renditions.v1", photo.id())).isEmpty();
	}

	@Test
	void refusesAFileThatIsNotTheOneThatWasUploaded() {
		Uploaded sent = this.participants.put("ana", PHOTO);
		this.participants.announce(new Uploaded(sent.id(), "ana", PHOTO, "0".repeat(64)));
		assertThat(awaitState(sent, "REJECTED").path("reasons").findValuesAsString("code"))
			.containsExactly("checksum-differs");
	}

	@Test
	void refusesWhatAPersonRefuses() {
		Uploaded photo = waiting();
		JsonNode decided = decide(photo,
				"{\"decision\":\"reject\",\"reasons\":[{\"code\":\"not-sharp\",\"message\":\"The eyes are not sharp.\"}]}")
			.json();
		assertThat(decided.path("state").asString()).isEqualTo("REJECTED");
		JsonNode reason = this.participants.hear("photo-rejected.v1", photo.id()).data().path("reasons").path(0);
		assertThat(reason.path("code").asString()).isEqualTo("not-sharp");
		assertThat(reason.path("message").asString()).isEqualTo("The eyes are not sharp.");
		assertThat(reason.path("repair").asString()).contains("sharp frame");
		Answer again = decide(photo, "{\"decision\":\"approve\"}");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.code()).isEqualTo("not-waiting-for-moderation");
		assertThat(as("mia").get("/v1/publications/" + photo.id()).json().path("timeline").findValuesAsString("by"))
			.containsExactly("mia");
		assertThat(as("ana").get("/v1/publications/" + photo.id()).json().path("timeline").findValuesAsString("by"))
			.isEmpty();
	}

	@Test
	void showsAPersonWhatWaitsForThem() {
		Uploaded photo = waiting();
		JsonNode item = as("mia").get("/v1/moderation?per_page=100")
			.json()
			.path("data")
			.valueStream()
			.filter((waiting) -> waiting.path("photoId").asString().equals(photo.id()))
			.findFirst()
			.orElseThrow();
		assertThat(item.path("why").asString()).isEqualTo("not evaluated");
		assertThat(item.path("quality").path("sharpness").asDouble()).isPositive();
		Answer picture = as("mia").get(item.path("picture").asString());
		assertThat(picture.status()).isEqualTo(200);
		assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
		assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
		assertThat(Arrays.copyOf(picture.bytes(), 2)).containsExactly(0xFF, 0xD8);
	}

	@Test
	void discardsTheRenditionsOfABadFileBeforeRefusingIt() {
		Uploaded photo = approved();
		int epoch = epoch("generate-sale-sizes.v1", photo);
		this.participants.imaging("rendition-failed.v1", photo.id(),
				Map.of("photoId", photo.id(), "epoch", epoch, "kind", "sale", "permanent", true, "code", "damaged-file",
						"reason", "The picture's data are damaged."));
		Envelope discard = this.participants.hear("discard-renditions.v1", photo.id());
		assertThat(this.participants.heardOf("photo-rejected.v1", photo.id())).isEmpty();
		this.participants.imaging("renditions-discarded.v1", photo.id(),
				Map.of("photoId", photo.id(), "epoch", discard.data().path("epoch").asInt()));
		assertThat(this.participants.hear("photo-rejected.v1", photo.id())
			.data()
			.path("reasons")
			.path(0)
			.path("message")
			.asString()).isEqualTo("The picture's data are damaged.");
		assertThat(awaitState(photo, "REJECTED").path("reasons").findValuesAsString("code"))
			.containsExactly("unreadable-file");
	}

	@Test
	void triesAgainWhatFailedForNow() {
		Uploaded photo = approved();
		int epoch = epoch("generate-sale-sizes.v1", photo);
		this.participants.saleSizes(photo.id(), epoch);
		this.participants.imaging("rendition-failed.v1", photo.id(), Map.of("photoId", photo.id(), "epoch", epoch,
				"kind", "public", "permanent", false, "code", "busy", "reason", "No memory."));
		Awaitility.await()
			.atMost(Participants.PATIENCE)
			.untilAsserted(() -> assertThat(this.participants.heardOf("generate-public-renditions.v1", photo.id()))
				.extracting((command) -> command.data().path("epoch").asInt())
				.contains(epoch + 1));
	}

	@Test
	void parksAnAnswerWithoutAnEpoch() {
		Envelope malformed = this.participants.catalog("photo-listed.v1", UUID.randomUUID().toString(),
				Map.of("photoId", "x"));
		Awaitility.await()
			.atMost(Participants.PATIENCE)
			.untilAsserted(() -> assertThat(this.parked.list(100, null).items())
				.anySatisfy((message) -> assertThat(message.messageId()).isEqualTo(malformed.id())));
	}

	@Test
	void listsAPhotographersOwn() {
		Uploaded photo = waiting();
		JsonNode own = as("ana").get("/v1/publications?state=MODERATING&per_page=100").json();
		assertThat(own.path("data").findValuesAsString("photoId")).contains(photo.id());
		JsonNode first = as("ana").get("/v1/publications?per_page=1").json();
		assertThat(first.path("data")).hasSize(1);
		assertThat(as("paul").get("/v1/publications").json().path("data")).isEmpty();
		assertThat(as("mia").get("/v1/publications?contributor=ana").json().path("data")).isNotEmpty();
		assertThat(as("paul").get("/v1/publications?contributor=ana").status()).isEqualTo(403);
		assertThat(as("ana").get("/v1/publications?cursor=nonsense").status()).isEqualTo(400);
		assertThat(as("ana").get("/v1/publications?state=LOST").status()).isEqualTo(400);
		assertThat(as("ana").get("/v1/publications?per_page=1000").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "ana,200", "mia,200", "ada,200", "paul,404", "ben,403", ",401" })
	void showsAPhotoOnlyToThoseWhomItConcerns(String user, int status) {
		Uploaded photo = waiting();
		Answer response = as(user).get("/v1/publications/" + photo.id());
		assertThat(response.status()).isEqualTo(status);
		if (status != 200) {
			assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
			assertThat(response.text()).doesNotContain("sunset");
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,/v1/moderation,,401", "GET,/v1/moderation,ana,403", "GET,/v1/moderation,ben,403",
			"GET,/v1/moderation,ada,200", "GET,/v1/moderation/%s/picture,ana,403", "POST,/v1/moderation/%s,,401",
			"POST,/v1/moderation/%s,ana,403", "POST,/v1/moderation/%s,mia,404", "GET,/v1/publications,ben,403",
			"GET,/v1/publications/%s,ana,404", "GET,/v1/publications/%s,mia,404", "GET,/v1/publications/x,ana,400",
			"GET,/v1/ops/saga,mia,403", "GET,/v1/ops/saga,ana,403", "GET,/v1/publications/stream,ben,403",
			"GET,/v1/publications/stream,ada,403", "POST,/v1/publications/%s/retry,mia,403",
			"POST,/v1/publications/%s/retry,ada,404", "GET,/v1/publications/stuck,ana,403",
			"GET,/v1/publications/stuck,mia,200", "GET,/v1/nothing,mia,404" })
	void letsEverybodyDoOnlyWhatTheirRoleAllows(String method, String path, String user, int status) {
		String unknown = path.formatted(UUID.randomUUID());
		Answer response = method.equals("GET") ? as(user).get(unknown)
				: as(user).post(unknown, "{\"decision\":\"approve\"}");
		assertThat(response.status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{}|invalid-request", "{\"decision\":\"maybe\"}|unreadable-body", "not json|unreadable-body",
					"{\"decision\":\"reject\",\"reasons\":[{\"code\":\"ugly\"}]}|unknown-reason",
					"{\"decision\":\"reject\",\"reasons\":[{\"code\":\"\"}]}|invalid-request",
					"{\"decision\":\"approve\",\"reasons\":[{\"code\":\"declined\"}]}|approved-with-reasons" })
	void saysWhatIsWrongWithADecision(String body, String code) {
		Answer response = as("mia").post("/v1/moderation/" + UUID.randomUUID(), body);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.code()).isEqualTo(code);
	}

	@Test
	void tellsAPhotographerEachStepAsItHappens() {
		this.clock.reset();
		try (EventStream stream = new EventStream(Visitor.named("ana", this.port).request("/v1/publications/stream"));
				EventStream pauls = new EventStream(
						Visitor.named("paul", this.port).request("/v1/publications/stream"))) {
			Uploaded photo = waiting();
			decide(photo, "{\"decision\":\"reject\",\"reasons\":[{\"code\":\"not-sharp\"}]}");
			Awaitility.await()
				.atMost(Participants.PATIENCE)
				.untilAsserted(
						() -> assertThat(steps(stream, photo)).containsExactly("ANALYSING", "MODERATING", "REJECTED"));
			assertThat(pauls.events()).isEmpty();
			try (EventStream later = new EventStream(Visitor.named("ana", this.port)
				.request("/v1/publications/stream", "Last-Event-ID", stream.events().getFirst().id()))) {
				Awaitility.await()
					.atMost(Participants.PATIENCE)
					.untilAsserted(() -> assertThat(steps(later, photo)).contains("MODERATING", "REJECTED"));
			}
		}
	}

	private static List<String> steps(EventStream stream, Uploaded photo) {
		return stream.events()
			.stream()
			.map(EventStream.Event::data)
			.filter((step) -> step.path("photoId").asString().equals(photo.id()))
			.map((step) -> step.path("to").asString())
			.toList();
	}

	@Test
	void countsWhatIsAtEachStep() {
		waiting();
		Awaitility.await().atMost(Participants.PATIENCE).untilAsserted(() -> {
			JsonNode standing = as("ada").get("/v1/ops/saga").json();
			assertThat(standing.path("steps")).filteredOn((step) -> step.path("state").asString().equals("MODERATING"))
				.allSatisfy((step) -> assertThat(step.path("count").asLong()).isPositive())
				.hasSize(1);
			assertThat(standing.path("endings").findValuesAsString("state")).containsExactly("PUBLISHED", "REJECTED",
					"FAILED");
			assertThat(standing.path("stuck").isNumber()).isTrue();
		});
	}

	@Test
	void writesDownWhatPeopleDecide() {
		Uploaded photo = waiting();
		decide(photo, "{\"decision\":\"reject\",\"reasons\":[{\"code\":\"not-sharp\"}]}");
		Awaitility.await().atMost(Participants.PATIENCE).untilAsserted(() -> {
			JsonNode log = as("ada").get("/v1/ops/audit?per_page=100").json().path("data");
			assertThat(log).filteredOn((entry) -> entry.path("subject").asString().equals(photo.id()))
				.singleElement()
				.satisfies((entry) -> {
					assertThat(entry.path("who").asString()).isEqualTo("mia");
					assertThat(entry.path("action").asString()).isEqualTo("reject");
					assertThat(entry.path("reason").asString()).isEqualTo("not-sharp");
				});
		});
	}

	@Test
	void triesAgainWhenAnAdministratorAsks() {
		Uploaded photo = approved();
		epoch("generate-sale-sizes.v1", photo);
		Answer retried = as("ada").post("/v1/publications/" + photo.id() + "/retry", "");
		assertThat(retried.status()).isEqualTo(200);
		Awaitility.await()
			.atMost(Participants.PATIENCE)
			.until(() -> this.participants.heardOf("generate-sale-sizes.v1", photo.id()).size() == 2);
	}

	@Test
	void isHealthyAndDescribesItself() {
		assertThat(as(null).get("/actuator/health/readiness").json().path("status").asString()).isEqualTo("UP");
		assertThat(as(null).get("/actuator/prometheus").text()).contains("saga_stuck", "saga_overdue", "saga_active");
		assertThat(as(null).get("/v3/api-docs").json().path("paths").propertyNames())
			.contains("/v1/publications/{photoId}", "/v1/publications", "/v1/moderation", "/v1/moderation/{photoId}");
	}

	private Visitor as(@Nullable String user) {
		return (user != null) ? Visitor.named(user, this.port) : Visitor.anonymous(this.port);
	}

	private Uploaded waiting() {
		Uploaded photo = this.participants.upload(PHOTO);
		this.participants.hear("moderation-requested.v1", photo.id());
		return photo;
	}

	private Uploaded approved() {
		Uploaded photo = waiting();
		assertThat(decide(photo, "{\"decision\":\"approve\"}").status()).isEqualTo(200);
		return photo;
	}

	private Answer decide(Uploaded photo, String decision) {
		return as("mia").post("/v1/moderation/" + photo.id(), decision);
	}

	private int epoch(String command, Uploaded photo) {
		return this.participants.hear(command, photo.id()).data().path("epoch").asInt();
	}

	private void list(Uploaded photo, Envelope listing) {
		this.participants.catalog("photo-listed.v1", photo.id(),
				Map.of("photoId", photo.id(), "epoch", listing.data().path("epoch").asInt(), "title", "Sunset"));
	}

	private JsonNode awaitState(Uploaded photo, String state) {
		return Awaitility.await()
			.atMost(Participants.PATIENCE)
			.until(() -> as("ana").get("/v1/publications/" + photo.id()).json(),
					(view) -> view.path("state").asString("").equals(state));
	}

	private List<String> ignoredCauses(Uploaded photo) {
		return as("ana").get("/v1/publications/" + photo.id())
			.json()
			.path("timeline")
			.valueStream()
			.filter((entry) -> entry.path("ignored").asBoolean())
			.map((entry) -> entry.path("cause").path("type").asString())
			.toList();
	}

	/** An object in that class cannot be read; its tag is the MD5 of its bytes. */
	private void assertArchived(Uploaded photo) {
		HeadObjectResponse kept = this.s3
			.headObject((request) -> request.bucket("safelight-originals").key(photo.id() + "/" + photo.sha256()));
		assertThat(kept.storageClassAsString()).isEqualTo("GLACIER");
		assertThat(kept.contentLength()).isEqualTo(photo.bytes().length);
		assertThat(kept.metadata()).containsEntry("sha256", photo.sha256());
		assertThat(kept.eTag()).contains(md5(photo.bytes()));
	}

	private static String md5(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
