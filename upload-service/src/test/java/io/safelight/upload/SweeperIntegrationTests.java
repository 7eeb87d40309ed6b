package io.safelight.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.safelight.messaging.Committer;
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
