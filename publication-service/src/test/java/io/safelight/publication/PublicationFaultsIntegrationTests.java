package io.safelight.publication;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.safelight.messaging.Envelope;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Fault;
import io.safelight.messaging.test.FaultInjection;
import io.safelight.messaging.test.ShiftedClock;
import io.safelight.messaging.test.Visitor;
import io.safelight.publication.Participants.Uploaded;
import io.safelight.publication.analysis.Drawings;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A photo comes to one end, whatever AWS and the other services do meanwhile. The numbers
 * are the rows of docs/reliability.md.
 */
@PublicationServiceTest
class PublicationFaultsIntegrationTests {

	private static final byte[] PHOTO = Drawings.jpeg(800, 600);

	@RegisterExtension
	final FaultInjection faults = new FaultInjection();

	@Autowired
	private Participants participants;

	@Autowired
	private S3Client s3;

	@Autowired
	private ShiftedClock clock;

	@Autowired
	private MeterRegistry meters;

	@LocalServerPort
	private int port;

	/** F1: the original is in the archive, and nobody knows. */
	@Test
	void archivesOnceThoughItDiedBeforeTheCommit() {
		Uploaded photo = listing();
		Fault death = this.faults.on(TransactWriteItemsRequest.class)
			.where(moving(photo, "PUBLISHED"))
			.isTheLastThingNotDone();
		list(photo);
		death.awaitStrike();
		assertThat(FaultInjection.untouched(() -> archived(photo))).isOne();
		death.end();
		assertPublishedOnce(photo);
	}

	/** F2. */
	@Test
	void saysWhatACrashLeftUnsaidWhenItsLeaseIsOver() {
		Uploaded photo = rendering();
		Fault death = this.faults.on(PublishBatchRequest.class)
			.where(saying("list-photo.v1", photo))
			.isTheLastThingNotDone();
		render(photo);
		death.awaitStrike();
		death.end();
		this.clock.advance(Duration.ofSeconds(33));
		list(photo);
		assertPublishedOnce(photo);
	}

	/** F3. */
	@Test
	void saysTheSameMessageAgainWhenItDiedBeforeItTookNote() {
		Uploaded photo = rendering();
		Fault death = this.faults.on(PublishBatchRequest.class)
			.where(saying("list-photo.v1", photo))
			.isTheLastThingDone();
		render(photo);
		death.awaitStrike();
		death.end();
		this.clock.advance(Duration.ofSeconds(33));
		assertThat(this.participants.hearTimes("list-photo.v1", photo.id(), 2)).hasSizeGreaterThanOrEqualTo(2);
		list(photo);
		assertPublishedOnce(photo);
	}

	/** F4 and F15. */
	@Test
	void publishesOnceThoughNothingCouldBeAcknowledged() {
		Uploaded photo = rendering();
		Fault lost = this.faults.on(SdkRequest.class)
			.where((request) -> request instanceof DeleteMessageRequest || request instanceof DeleteMessageBatchRequest)
			.times(3)
			.doesNotArrive();
		render(photo);
		list(photo);
		lost.awaitStrike();
		assertPublishedOnce(photo);
	}

	/** F5. */
	@Test
	void recognisesItsOwnCommitsWhoseAnswersWereLost() {
		Uploaded photo = rendering();
		Fault listing = this.faults.on(TransactWriteItemsRequest.class)
			.where(moving(photo, "LISTING"))
			.losesItsAnswer();
		Fault end = this.faults.on(TransactWriteItemsRequest.class).where(moving(photo, "PUBLISHED")).losesItsAnswer();
		render(photo);
		list(photo);
		assertPublishedOnce(photo);
		assertThat(listing.count() + end.count()).isEqualTo(2);
	}

	/** F7. */
	@Test
	void publishesThroughConflictsInARow() {
		Uploaded photo = rendering();
		this.faults.on(TransactWriteItemsRequest.class)
			.where(moving(photo, "LISTING"))
			.times(5)
			.meetsATransactionConflict();
		this.faults.on(TransactWriteItemsRequest.class)
			.where(moving(photo, "PUBLISHED"))
			.times(8)
			.meetsATransactionConflict();
		render(photo);
		list(photo);
		assertPublishedOnce(photo);
	}

	/** F23, the better end: only what is missing is asked for again. */
	@Test
	void asksAgainOnlyForTheRenditionsThatAreMissing() {
		Uploaded photo = rendering();
		this.participants.previews(photo.id(), 1);
		await().until(() -> timeline(photo).contains("public-renditions-generated.v1"));
		this.clock.advance(Duration.ofMinutes(11));
		Envelope again = this.participants.hearTimes("generate-sale-sizes.v1", photo.id(), 2).getLast();
		assertThat(again.data().path("epoch").asInt()).isEqualTo(2);
		this.participants.saleSizes(photo.id(), 2);
		list(photo);
		assertPublishedOnce(photo);
		assertThat(this.participants.heardOf("generate-public-renditions.v1", photo.id())).hasSize(1);
	}

	/** F23, the other end, and F10: what comes after it is removed too. */
	@Test
	void undoesWhatWasMadeWhenTheRestNeverComes() {
		Uploaded photo = rendering();
		this.participants.previews(photo.id(), 1);
		giveUpTrying(photo, "COMPENSATING");
		discarded(photo);
		this.participants.hear("publication-failed.v1", photo.id());
		awaitState(photo, "FAILED");
		int before = this.participants.heardOf("discard-renditions.v1", photo.id()).size();
		this.participants.saleSizes(photo.id(), 3);
		await().until(() -> this.participants.heardOf("discard-renditions.v1", photo.id()).size() > before);
		assertThat(this.participants.heardOf("list-photo.v1", photo.id())).isEmpty();
	}

	/** F25: ten commands that nobody answers, a person every third time. */
	@Test
	void standsStillLoudlyWhenItCannotBeUndone() {
		Uploaded photo = rendering();
		this.participants.previews(photo.id(), 1);
		giveUpTrying(photo, "COMPENSATING");
		double stuck = this.meters.get("saga.stuck").gauge().value();
		while (this.participants.heardOf("discard-renditions.v1", photo.id()).size() < 10) {
			giveUpTrying(photo, "COMPENSATION_STUCK");
			assertThat(stuckOnes()).contains(photo.id());
			await().until(() -> this.meters.get("saga.stuck").gauge().value() > stuck);
			assertThat(as("ada").post("/v1/publications/" + photo.id() + "/retry", "").status()).isEqualTo(200);
		}
		JsonNode before = awaitState(photo, "COMPENSATING");
		assertThat(before.path("done").asBoolean()).isFalse();
		discarded(photo);
		JsonNode failed = awaitState(photo, "FAILED");
		assertThat(as("ada").get("/v1/publications/" + photo.id()).json().path("timeline").findValuesAsString("by"))
			.isNotEmpty()
			.containsOnly("mia", "ada");
		assertThat(failed.path("problem").asString()).contains("3 tries");
		assertThat(stuckOnes()).doesNotContain(photo.id());
		assertThat(this.participants.heardOf("list-photo.v1", photo.id())).isEmpty();
		assertThat(this.participants.heardOf("photo-published.v1", photo.id())).isEmpty();
		assertThat(this.participants.heardOf("publication-failed.v1", photo.id())).hasSize(1);
		assertThat(as("ada").post("/v1/publications/" + photo.id() + "/retry", "").status()).isEqualTo(409);
	}

	/** F26, the answer first: between the sweeper's look and its commit. */
	@Test
	void letsTheAnswerWinWhenItIsFasterThanTheDeadline() {
		Uploaded photo = rendering();
		Fault look = this.faults.on(GetItemRequest.class)
			.where(reading(photo).and(by("stalled-publications")))
			.isHeldAfterwards();
		this.clock.advance(Duration.ofMinutes(11));
		look.awaitStrike();
		render(photo);
		awaitState(photo, "LISTING");
		look.release();
		list(photo);
		assertPublishedOnce(photo);
		assertThat(timeline(photo)).doesNotContain("step-timed-out");
	}

	/** F26, the deadline first: between the handler's look and its commit. */
	@Test
	void letsTheDeadlineWinWhenItIsFasterThanTheAnswer() {
		Uploaded photo = rendering();
		this.participants.previews(photo.id(), 1);
		await().until(() -> timeline(photo).contains("public-renditions-generated.v1"));
		Fault look = this.faults.on(GetItemRequest.class)
			.where(reading(photo).and(by("safelight-publication-")))
			.isHeldAfterwards();
		this.participants.saleSizes(photo.id(), 1);
		look.awaitStrike();
		this.clock.advance(Duration.ofMinutes(11));
		await().until(() -> timeline(photo).contains("step-timed-out"));
		look.release();
		this.participants.hearTimes("generate-sale-sizes.v1", photo.id(), 2);
		await().until(() -> timeline(photo).contains("sale-sizes-generated.v1"));
		assertThat(state(photo)).isEqualTo("RENDERING");
		this.participants.saleSizes(photo.id(), 2);
		list(photo);
		assertPublishedOnce(photo);
	}

	/** F27: an hour forward and back again. */
	@Test
	void getsOnWhenTheClockJumpsAnHourAndBack() {
		Uploaded photo = rendering();
		this.clock.advance(Duration.ofHours(1));
		this.participants.hearTimes("generate-sale-sizes.v1", photo.id(), 2);
		this.clock.advance(Duration.ofHours(-1));
		this.participants.previews(photo.id(), 2);
		this.participants.saleSizes(photo.id(), 2);
		list(photo);
		assertPublishedOnce(photo);
	}

	private Uploaded rendering() {
		Uploaded photo = this.participants.upload(PHOTO);
		this.participants.hear("moderation-requested.v1", photo.id());
		Answer approved = as("mia").post("/v1/moderation/" + photo.id(), "{\"decision\":\"approve\"}");
		assertThat(approved.status()).isEqualTo(200);
		this.participants.hear("generate-sale-sizes.v1", photo.id());
		return photo;
	}

	private Uploaded listing() {
		Uploaded photo = rendering();
		render(photo);
		this.participants.hear("list-photo.v1", photo.id());
		return photo;
	}

	private void render(Uploaded photo) {
		this.participants.previews(photo.id(), 1);
		this.participants.saleSizes(photo.id(), 1);
	}

	/** Once it is asked to, the catalogue puts the photo on sale. */
	private void list(Uploaded photo) {
		int epoch = this.participants.hear("list-photo.v1", photo.id()).data().path("epoch").asInt();
		this.participants.catalog("photo-listed.v1", photo.id(),
				Map.of("photoId", photo.id(), "epoch", epoch, "title", "Sunset"));
	}

	private void discarded(Uploaded photo) {
		int epoch = this.participants.heardOf("discard-renditions.v1", photo.id())
			.stream()
			.mapToInt((command) -> command.data().path("epoch").asInt())
			.max()
			.orElseThrow();
		this.participants.imaging("renditions-discarded.v1", photo.id(), Map.of("photoId", photo.id(), "epoch", epoch));
	}

	/** Lets one deadline after another pass until the saga gives the step up. */
	private void giveUpTrying(Uploaded photo, String then) {
		await().until(() -> {
			this.clock.advance(Duration.ofMinutes(11));
			return state(photo).equals(then);
		});
		if (then.equals("COMPENSATING")) {
			this.participants.hear("discard-renditions.v1", photo.id());
		}
	}

	private void assertPublishedOnce(Uploaded photo) {
		JsonNode view = awaitState(photo, "PUBLISHED");
		assertThat(view.path("timeline").valueStream().filter((entry) -> !entry.path("ignored").asBoolean()))
			.filteredOn((entry) -> entry.path("to").asString().equals("PUBLISHED"))
			.hasSize(1);
		Envelope published = this.participants.hear("photo-published.v1", photo.id());
		assertThat(this.participants.heardOf("photo-published.v1", photo.id())).containsExactly(published);
		assertThat(this.participants.heardOf("list-photo.v1", photo.id())).hasSize(1);
		assertThat(archived(photo)).isOne();
	}

	private int archived(Uploaded photo) {
		return this.s3.listObjectsV2((request) -> request.bucket("safelight-originals").prefix(photo.id()))
			.contents()
			.size();
	}

	private List<String> stuckOnes() {
		return as("ada").get("/v1/publications/stuck?per_page=100").json().path("data").findValuesAsString("photoId");
	}

	private String state(Uploaded photo) {
		return as("ana").get("/v1/publications/" + photo.id()).field("state");
	}

	private JsonNode awaitState(Uploaded photo, String state) {
		return await().until(() -> as("ana").get("/v1/publications/" + photo.id()).json(),
				(view) -> view.path("state").asString("").equals(state));
	}

	private List<String> timeline(Uploaded photo) {
		return as("ana").get("/v1/publications/" + photo.id())
			.json()
			.path("timeline")
			.valueStream()
			.map((entry) -> entry.path("cause").path("type").asString())
			.toList();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

	private Visitor as(String user) {
		return Visitor.named(user, this.port);
	}

	/** Commits that leave this photo in this state. */
	private static Predicate<TransactWriteItemsRequest> moving(Uploaded photo, String state) {
		return (commit) -> puts(commit).anyMatch((row) -> is(row, "photoId", photo.id()) && is(row, "state", state));
	}

	private static Predicate<GetItemRequest> reading(Uploaded photo) {
		return (get) -> get.tableName().equals(PublicationRow.TABLE.name()) && is(get.key(), "photoId", photo.id());
	}

	/** Sweepers and handlers have threads that are called after them. */
	private static Predicate<GetItemRequest> by(String thread) {
		return (get) -> Thread.currentThread().getName().startsWith(thread);
	}

	private static Stream<Map<String, AttributeValue>> puts(TransactWriteItemsRequest commit) {
		return commit.transactItems().stream().filter((item) -> item.put() != null).map((item) -> item.put().item());
	}

	private static boolean is(Map<String, AttributeValue> row, String attribute, String value) {
		return row.containsKey(attribute) && value.equals(row.get(attribute).s());
	}

	private static Predicate<PublishBatchRequest> saying(String type, Uploaded photo) {
		return (publish) -> publish.publishBatchRequestEntries()
			.stream()
			.anyMatch((entry) -> entry.message().contains(type) && entry.message().contains(photo.id()));
	}

}
