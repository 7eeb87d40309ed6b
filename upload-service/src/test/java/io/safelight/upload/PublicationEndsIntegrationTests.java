package io.safelight.upload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.safelight.messaging.Envelope;
import io.safelight.messaging.inbox.ParkedMessages;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the publication says, from its topic to the session.
 */
@UploadServiceTest
class PublicationEndsIntegrationTests {

	private static final String TOPIC = "safelight-publication-events";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Autowired
	private S3Client s3;

	@Autowired
	private Neighbours neighbours;

	@Autowired
	private ParkedMessages parked;

	@LocalServerPort
	private int port;

	private final byte[] file = UploadServiceIntegrationTests.small();

	private Visitor ana;

	private String path;

	private String photoId;

	@BeforeEach
	void upload() {
		this.ana = Visitor.named("ana", this.port);
		this.path = Photographer.put(this.ana, Photographer.announcement(this.file, "image/jpeg"), this.file);
		this.photoId = this.path.substring("/v1/uploads/".length());
		assertThat(this.ana.post(this.path + "/complete").status()).isEqualTo(202);
		assertThat(hasObject()).isTrue();
	}

	@Test
	void endsWithAPublishedPhoto() {
		Map<String, Object> data = Map.of("photoId", this.photoId, "contributorId", "ana", "unknown", "field");
		say("photo-published.v1", this.photoId, data);
		awaitState("PUBLISHED");
		assertThat(hasObject()).isFalse();
		say("publication-failed.v1", this.photoId,
				Map.of("photoId", this.photoId, "contributorId", "ana", "reason", "too late"));
		assertThat(this.ana.post("/v1/uploads", Photographer.announcement(this.file, "image/jpeg")).code())
			.isEqualTo("duplicate-photo");
		assertThat(this.ana.post(this.path + "/complete").field("state")).isEqualTo("PUBLISHED");
	}

	@Test
	void endsWithReasonsAndLetsTheFileComeAgain() {
		say("photo-rejected.v1", this.photoId, Map.of("photoId", this.photoId, "contributorId", "ana", "reasons",
				List.of(Map.of("code", "truncated-file", "message", "It ends early.", "repair", "Export it."))));
		awaitState("REJECTED");
		assertThat(hasObject()).isFalse();
		assertThat(this.ana.get(this.path).json().path("reasons").get(0).path("code").asString())
			.isEqualTo("truncated-file");
		String again = Photographer.put(this.ana, Photographer.announcement(this.file, "image/jpeg"), this.file);
		assertThat(this.ana.post(again + "/complete").status()).isEqualTo(202);
	}

	@Test
	void endsWithAFailureAndLetsTheFileComeAgain() {
		say("publication-failed.v1", this.photoId,
				Map.of("photoId", this.photoId, "contributorId", "ana", "reason", "Gave up after 3 tries."));
		awaitState("FAILED");
		assertThat(this.ana.post("/v1/uploads", Photographer.announcement(this.file, "image/jpeg")).status())
			.isEqualTo(201);
	}

	@Test
	void parksWhatItCannotRead() {
		String noise = "no JSON " + UUID.randomUUID();
		this.neighbours.say(TOPIC, "photo-published.v1", noise);
		awaitParked("no JSON", noise);
	}

	@Test
	void parksWhatIsAboutAPhotoItNeverHad() {
		String unknown = UUID.randomUUID().toString();
		Envelope sent = say("photo-published.v1", unknown, Map.of("photoId", unknown, "contributorId", "ana"));
		awaitParked("has no upload", sent.id());
	}

	private Envelope say(String type, String photoId, Map<String, Object> data) {
		return this.neighbours.say(TOPIC, Neighbours.envelope("safelight.publication", type, photoId, 9, data));
	}

	private void awaitParked(String reason, String body) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.parked.list(1000, null).items()).anySatisfy((message) -> {
				assertThat(message.body()).contains(body);
				assertThat(message.reason()).contains(reason);
			}));
	}

	private void awaitState(String state) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.ana.get(this.path).field("state")).isEqualTo(state));
	}

	private boolean hasObject() {
		return !this.s3.listObjectsV2((request) -> request.bucket("safelight-incoming").prefix("ana/" + this.photoId))
			.contents()
			.isEmpty();
	}

}
