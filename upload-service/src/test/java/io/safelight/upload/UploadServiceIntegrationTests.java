package io.safelight.upload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import io.safelight.upload.inspection.Hashes;
import io.safelight.upload.inspection.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A photographer's way through the service, over real wire protocols.
 */
@UploadServiceTest
class UploadServiceIntegrationTests {

	private static final int PART = 5 << 20;

	@Autowired
	private S3Client s3;

	@Autowired
	private Neighbours neighbours;

	@LocalServerPort
	private int port;

	private Visitor ana;

	@BeforeEach
	void signIn() {
		this.ana = Visitor.named("ana", this.port);
	}

	@Test
	void takesAPictureInPartsByPlainHttp() {
		byte[] file = big();
		Answer begun = this.ana.post("/v1/uploads", Photographer.announcement(file, "image/png"));
		assertThat(begun.status()).isEqualTo(201);
		assertThat(begun.field("state")).isEqualTo("OPEN");
		assertThat(begun.json().path("parts")).hasSize(2);
		begun.json()
			.path("parts")
			.forEach((part) -> assertThat(part.path("url").asString()).contains("X-Amz-SignedHeaders=host&")
				.doesNotContainIgnoringCase("checksum"));
		String id = begun.field("uploadId");
		assertThat(
				Photographer.putBytes(begun.json().path("parts").get(1), Arrays.copyOfRange(file, PART, file.length)))
			.isEqualTo(200);
		assertThat(Photographer.putBytes(begun.json().path("parts").get(0), Arrays.copyOf(file, PART))).isEqualTo(200);
		Answer completed = this.ana.post("/v1/uploads/" + id + "/complete");
		assertThat(completed.status()).isEqualTo(202);
		assertThat(completed.field("photoId")).isEqualTo(id);
		assertThat(completed.field("state")).isEqualTo("UPLOADED");
		assertThat(this.ana.post("/v1/uploads/" + id + "/complete")).hasToString(completed.toString());
		assertThat(Hashes.sha256(object(id))).isEqualTo(Hashes.sha256(file));
		Envelope said = this.neighbours.hear("photo-uploaded.v1", id);
		assertThat(said.metadata().tenant()).isEqualTo("ana");
		assertThat(said.data().path("email").asString()).contains("@");
		JsonNode original = said.data().path("original");
		assertThat(original.path("key").asString()).isEqualTo("ana/" + id);
		assertThat(original.path("bytes").asLong()).isEqualTo(file.length);
		assertThat(original.path("width").asInt()).isEqualTo(1500);
		assertThat(original.path("height").asInt()).isEqualTo(1300);
	}

	@Test
	void goesOnWhereABrokenUploadStopped() {
		byte[] file = big();
		Answer begun = this.ana.post("/v1/uploads", Photographer.announcement(file, "image/png"));
		String path = path(begun);
		Photographer.putBytes(begun.json().path("parts").get(0), Arrays.copyOf(file, PART));
		JsonNode seen = this.ana.get(path).json();
		assertThat(seen.path("received")).hasSize(1);
		assertThat(seen.path("received").get(0).path("number").asInt()).isEqualTo(1);
		assertThat(seen.path("received").get(0).path("bytes").asInt()).isEqualTo(PART);
		Answer tooSoon = this.ana.post(path + "/complete");
		assertThat(tooSoon.status()).isEqualTo(409);
		assertThat(tooSoon.code()).isEqualTo("parts-missing");
		assertThat(tooSoon.json().path("missing").toString()).isEqualTo("[2]");
		Answer signed = this.ana.post(path + "/parts", Map.of("numbers", List.of(2)));
		assertThat(signed.status()).isEqualTo(200);
		JsonNode part = signed.json().path("parts").get(0);
		assertThat(part.path("bytes").asInt()).isEqualTo(file.length - PART);
		assertThat(Photographer.putBytes(part, Arrays.copyOfRange(file, PART, file.length))).isEqualTo(200);
		assertThat(this.ana.post(path + "/complete").status()).isEqualTo(202);
	}

	@Test
	void completesWhatACrashLeftAssembled() {
		byte[] file = small();
		String path = Photographer.put(this.ana, Photographer.announcement(file, "image/jpeg"), file);
		String key = "ana/" + path.substring("/v1/uploads/".length());
		String multipartId = this.s3.listMultipartUploads((request) -> request.bucket("safelight-incoming"))
			.uploads()
			.stream()
			.filter((upload) -> upload.key().equals(key))
			.findFirst()
			.orElseThrow()
			.uploadId();
		List<CompletedPart> parts = this.s3
			.listParts((request) -> request.bucket("safelight-incoming").key(key).uploadId(multipartId))
			.parts()
			.stream()
			.map((part) -> CompletedPart.builder().partNumber(part.partNumber()).eTag(part.eTag()).build())
			.toList();
		this.s3.completeMultipartUpload((request) -> request.bucket("safelight-incoming")
			.key(key)
			.uploadId(multipartId)
			.multipartUpload((multipart) -> multipart.parts(parts)));
		assertThat(this.ana.post(path + "/complete").status()).isEqualTo(202);
	}

	@Test
	void answersADuplicateWithThePhotoThatIsThere() {
		byte[] file = small();
		Map<String, Object> announcement = Photographer.announcement(file, "image/jpeg");
		String path = Photographer.put(this.ana, announcement, file);
		assertThat(this.ana.post(path + "/complete").status()).isEqualTo(202);
		Answer again = this.ana.post("/v1/uploads", announcement);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.code()).isEqualTo("duplicate-photo");
		assertThat("/v1/uploads/" + again.field("photoId")).isEqualTo(path);
		assertThat(Visitor.named("paul", this.port).post("/v1/uploads", announcement).status()).isEqualTo(201);
	}

	@Test
	void letsInOneOfTwoIdenticalUploadsThatRace() {
		byte[] file = small();
		Map<String, Object> announcement = Photographer.announcement(file, "image/jpeg");
		List<String> paths = IntStream.range(0, 4)
			.mapToObj((n) -> Photographer.put(this.ana, announcement, file))
			.toList();
		List<CompletableFuture<Answer>> racers = paths.stream()
			.map((path) -> CompletableFuture.supplyAsync(() -> this.ana.post(path + "/complete")))
			.toList();
		List<Answer> answers = racers.stream().map(CompletableFuture::join).toList();
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(202, 409, 409, 409);
		String winner = answers.stream()
			.filter((answer) -> answer.status() == 202)
			.findFirst()
			.orElseThrow()
			.field("photoId");
		answers.stream().filter((answer) -> answer.status() == 409).forEach((answer) -> {
			assertThat(answer.code()).isEqualTo("duplicate-photo");
			assertThat(answer.field("photoId")).isEqualTo(winner);
		});
		assertThat(Hashes.sha256(object(winner))).isEqualTo(Hashes.sha256(file));
	}

	@Test
	void completesOnceHoweverManyAskAtOnce() {
		byte[] file = small();
		String path = Photographer.put(this.ana, Photographer.announcement(file, "image/jpeg"), file);
		List<CompletableFuture<Answer>> racers = IntStream.range(0, 4)
			.mapToObj((n) -> CompletableFuture.supplyAsync(() -> this.ana.post(path + "/complete")))
			.toList();
		assertThat(racers.stream().map(CompletableFuture::join)).extracting(Answer::status).containsOnly(202);
	}

	@Test
	void tellsBeforehandWhatNeedNotBeSent() {
		byte[] file = small();
		String path = Photographer.put(this.ana, Photographer.announcement(file, "image/jpeg"), file);
		this.ana.post(path + "/complete");
		List<Map<String, String>> assets = new ArrayList<>();
		IntStream.range(0, 200).forEach((n) -> assets.add(Map.of("id", "new-" + n, "checksum", "%064x".formatted(n))));
		assets.add(Map.of("id", "old", "checksum", Hashes.sha256(file).toUpperCase(java.util.Locale.ROOT)));
		JsonNode results = this.ana.post("/v1/uploads/check", Map.of("assets", assets)).json().path("results");
		assertThat(results).hasSize(201);
		assertThat(results.get(0).toString()).isEqualTo("{\"id\":\"new-0\",\"action\":\"accept\"}");
		assertThat(results.get(200).path("action").asString()).isEqualTo("reject");
		assertThat(results.get(200).path("reason").asString()).isEqualTo("duplicate");
		assertThat("/v1/uploads/" + results.get(200).path("assetId").asString()).isEqualTo(path);
	}

	@Test
	void makesOneSessionOfOneWishHoweverOftenItIsSent() {
		byte[] file = small();
		Map<String, Object> announcement = Photographer.announcement(file, "image/jpeg");
		String key = UUID.randomUUID().toString();
		List<CompletableFuture<Answer>> racers = IntStream.range(0, 4)
			.mapToObj((n) -> CompletableFuture
				.supplyAsync(() -> this.ana.post("/v1/uploads", announcement, "Idempotency-Key", key)))
			.toList();
		List<Answer> answers = racers.stream().map(CompletableFuture::join).toList();
		assertThat(answers).extracting(Answer::status).containsOnly(201);
		assertThat(answers.stream().map(UploadServiceIntegrationTests::path).distinct()).hasSize(1);
		announcement.put("fileName", "other.jpg");
		Answer other = this.ana.post("/v1/uploads", announcement, "Idempotency-Key", key);
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.code()).isEqualTo("idempotency-key-reused");
	}

	@Test
	void listsMyUploadsNewestFirst() {
		Visitor paul = Visitor.named("paul", this.port);
		List<String> begun = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			begun.addFirst(path(paul.post("/v1/uploads", Photographer.announcement(small(), "image/jpeg"))));
		}
		JsonNode first = paul.get("/v1/uploads?per_page=2").json();
		JsonNode second = paul.get("/v1/uploads?per_page=2&cursor=" + first.path("next_cursor").asString()).json();
		List<String> listed = new ArrayList<>();
		first.path("data").forEach((item) -> listed.add("/v1/uploads/" + item.path("uploadId").asString()));
		listed.add("/v1/uploads/" + second.path("data").get(0).path("uploadId").asString());
		assertThat(listed).isEqualTo(begun);
		assertThat(paul.get("/v1/uploads?cursor=nonsense").status()).isEqualTo(400);
		assertThat(paul.get("/v1/uploads?per_page=0").status()).isEqualTo(400);
	}

	@Test
	void leavesNothingOfWhatIsTakenBack() {
		byte[] file = small();
		Answer begun = this.ana.post("/v1/uploads", Photographer.announcement(file, "image/jpeg"));
		String path = path(begun);
		assertThat(this.ana.delete(path).status()).isEqualTo(204);
		assertThat(this.ana.delete(path).status()).isEqualTo(204);
		assertThat(Photographer.putBytes(begun.json().path("parts").get(0), file)).isEqualTo(404);
		assertThat(this.ana.get(path).field("state")).isEqualTo("ABANDONED");
		assertThat(this.ana.post(path + "/complete").code()).isEqualTo("upload-not-open");
		assertThat(this.ana.post(path + "/parts", Map.of("numbers", List.of(1))).code()).isEqualTo("upload-not-open");
	}

	@Test
	void doesNotTakeBackWhatIsLetIn() {
		byte[] file = small();
		String path = Photographer.put(this.ana, Photographer.announcement(file, "image/jpeg"), file);
		this.ana.post(path + "/complete");
		assertThat(this.ana.delete(path).status()).isEqualTo(409);
		assertThat(this.ana.get(path).field("state")).isEqualTo("UPLOADED");
	}

	@Test
	void isHealthyAndDescribesItself() {
		Visitor stranger = Visitor.anonymous(this.port);
		assertThat(stranger.get("/actuator/health/readiness").text()).contains("UP");
		assertThat(stranger.get("/v3/api-docs").text()).contains("/v1/uploads/{id}/complete", "Idempotency-Key");
	}

	private byte[] object(String id) {
		return this.s3.getObjectAsBytes((request) -> request.bucket("safelight-incoming").key("ana/" + id))
			.asByteArray();
	}

	private static String path(Answer begun) {
		return "/v1/uploads/" + begun.field("uploadId");
	}

	/** More than one part. */
	static byte[] big() {
		return Pictures.noise("png", 1500, 1300, ThreadLocalRandom.current().nextLong());
	}

	/** A picture that nobody has sent yet. */
	static byte[] small() {
		return Pictures.noise("jpg", 64, 48, ThreadLocalRandom.current().nextLong());
	}

}
