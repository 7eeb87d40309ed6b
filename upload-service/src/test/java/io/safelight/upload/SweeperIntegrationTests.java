package io.safelight.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

import io.safelight.messaging.Committer;
import io.safelight.messaging.test.Answer;
import io.safelight.messaging.test.Neighbours;
import io.safelight.messaging.test.Visitor;
import io.safelight.upload.inspection.Pictures;
import io.safelight.upload.session.CompleteUpload;
import io.safelight.upload.session.EndUpload;
import io.safelight.upload.session.Incoming;
import io.safelight.upload.session.SweepUploads;
import io.safelight.upload.session.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sweeper over a real index and a real quarantine, at another time of day.
 */
@UploadServiceTest
class SweeperIntegrationTests {

	@Autowired
	private Uploads uploads;

	@Autowired
	private Incoming incoming;

	@Autowired
	private CompleteUpload complete;

	@Autowired
	private EndUpload end;

	@Autowired
	private Committer committer;

	@Autowired
	private UploadProperties properties;

	@Autowired
	private Neighbours neighbours;

	@Autowired
	private S3Client s3;

	@LocalServerPort
	private int port;

	private Visitor ana;

	@BeforeEach
	void signIn() {
		this.ana = Visitor.named("ana", this.port);
	}

	@Test
	void completesWhatNobodyCompletedAndKeepsWaitingForTheRest() {
		byte[] file = UploadServiceIntegrationTests.small();
		String whole = Photographer.put(this.ana, Photographer.announcement(file, "image/jpeg"), file);
		String empty = begun();
		sweepIn(Duration.ofMinutes(16));
		assertThat(state(whole)).isEqualTo("UPLOADED");
		assertThat(state(empty)).isEqualTo("OPEN");
	}

	@Test
	void abandonsWhatDoesNotComeAndTellsItsContributor() {
		String path = begun();
		sweepIn(Duration.ofHours(25));
		assertThat(state(path)).isEqualTo("ABANDONED");
		assertThat(this.neighbours.hear("upload-abandoned.v1", path.substring("/v1/uploads/".length()))
			.data()
			.path("reason")
			.asString()).isEqualTo("expired");
	}

	/** Row F40 of docs/reliability.md: half of it has come, in parts, and no more. */
	@Test
	void leavesNoPartOfAnUploadThatIsNeverFinished() {
		byte[] file = new byte[6_000_000];
		ThreadLocalRandom.current().nextBytes(file);
		Answer begun = this.ana.post("/v1/uploads", Photographer.announcement(file, "image/jpeg"));
		String path = "/v1/uploads/" + begun.field("uploadId");
		assertThat(begun.json().path("parts").size()).isGreaterThan(1);
		JsonNode first = begun.json().path("parts").path(0);
		byte[] part = Arrays.copyOf(file, begun.json().path("partBytes").asInt());
		assertThat(Photographer.putBytes(first, part)).isEqualTo(200);
		assertThat(unfinished(path)).isOne();
		sweepIn(Duration.ofHours(26));
		assertThat(state(path)).isEqualTo("ABANDONED");
		assertThat(unfinished(path)).isZero();
	}

	/** F40: what no sweeper knows of, S3 aborts by itself. */
	@Test
	void letsS3AbortWhatWasBegunAndLeft() {
		assertThat(this.s3.getBucketLifecycleConfiguration((request) -> request.bucket("safelight-incoming")).rules())
			.anySatisfy((rule) -> assertThat(rule.abortIncompleteMultipartUpload().daysAfterInitiation()).isOne());
	}

	private int unfinished(String path) {
		String key = "ana/" + path.substring("/v1/uploads/".length());
		return this.s3.listMultipartUploads((request) -> request.bucket("safelight-incoming").prefix(key))
			.uploads()
			.size();
	}

	private String begun() {
		byte[] file = Pictures.noise("jpg", 10, 10, ThreadLocalRandom.current().nextLong());
		return "/v1/uploads/"
				+ this.ana.post("/v1/uploads", Photographer.announcement(file, "image/jpeg")).field("uploadId");
	}

	private String state(String path) {
		return this.ana.get(path).field("state");
	}

	private void sweepIn(Duration time) {
		Clock later = Clock.offset(Clock.systemUTC(), time);
		new SweepUploads(this.uploads, this.incoming, this.complete, this.end, this.committer, this.properties.times(),
				later)
			.sweep();
	}

}
