package io.safelight.upload.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.safelight.messaging.Changes;
import io.safelight.messaging.Committer;
import io.safelight.messaging.OutgoingMessage;
import io.safelight.messaging.store.InMemoryStore;
import io.safelight.messaging.test.MutableClock;
import io.safelight.upload.inspection.Hashes;
import io.safelight.upload.session.BeginUpload.Outcome;
import io.safelight.upload.session.CompleteUpload.Completion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service without a wire: stores in memory, a clock that is told the time, and
 * crashes on demand.
 */
final class UploadScenario {

	static final ContributorId ANA = new ContributorId("ana");

	static final int PART = 1000;

	static final UploadTimes TIMES = new UploadTimes(Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(15),
			Duration.ofMinutes(10), Duration.ofMinutes(1));

	static final UploadLimits LIMITS = new UploadLimits(1_000_000, PART, 3, 100_000_000, 30_000);

	final MutableClock clock = new MutableClock();

	final InMemoryStore store = new InMemoryStore();

	final InMemoryIncoming incoming = new InMemoryIncoming(this.clock);

	final List<OutgoingMessage> said = new ArrayList<>();

	final Uploads uploads = new Uploads(this.store);

	final Fingerprints fingerprints = new Fingerprints(this.store);

	private int commitsUntilCrash = Integer.MAX_VALUE;

	private final Committer committer = this::commit;

	final BeginUpload begin = new BeginUpload(this.uploads, this.fingerprints, this.incoming, this.committer, LIMITS,
			TIMES, this.clock);

	final EndUpload end = new EndUpload(this.uploads, this.incoming, this.committer);

	final CompleteUpload complete = new CompleteUpload(this.uploads, this.fingerprints, this.incoming, this.end,
			this.committer, LIMITS, TIMES, this.clock);

	final AbandonUpload abandon = new AbandonUpload(this.uploads, this.end, TIMES, this.clock);

	final FollowPublication follow = new FollowPublication(this.uploads, this.fingerprints, this.incoming, this.clock);

	final SweepUploads sweeper = new SweepUploads(this.uploads, this.incoming, this.complete, this.end, this.committer,
			TIMES, this.clock);

	/** The process dies instead of making the commit after so many more. */
	void crashAfterCommits(int commits) {
		this.commitsUntilCrash = commits;
	}

	private void commit(Changes changes) {
		if (this.commitsUntilCrash-- == 0) {
			throw new CrashException();
		}
		this.store.commit(changes.writes(), UUID.randomUUID().toString());
		this.said.addAll(changes.messages());
	}

	static Declaration declaration(byte[] file) {
		return new Declaration("sunset.jpg", "image/jpeg", file.length, new Sha256(Hashes.sha256(file)), "Sunset",
				List.of("sea"));
	}

	Upload begun(byte[] file) {
		return begun(declaration(file));
	}

	Upload begun(Declaration declaration) {
		Outcome outcome = this.begin.begin(ANA, "ana@example.test", declaration, null);
		assertThat(outcome).isInstanceOf(Outcome.Begun.class);
		return ((Outcome.Begun) outcome).upload();
	}

	/**
	 * Puts a file in parts as they were asked for; what exceeds them goes into the last.
	 */
	void put(Upload upload, byte[] file) {
		int count = upload.parts().size();
		for (int number = 1; number <= count; number++) {
			int from = Math.min((number - 1) * PART, file.length);
			int to = (number == count) ? file.length : Math.min(number * PART, file.length);
			this.incoming.put(upload, number, Arrays.copyOfRange(file, from, to));
		}
	}

	Upload uploaded(byte[] file) {
		Upload upload = begun(file);
		put(upload, file);
		return completed(upload);
	}

	Upload completed(Upload upload) {
		Completion completion = this.complete.complete(now(upload));
		assertThat(completion).isInstanceOf(Completion.Decided.class);
		return ((Completion.Decided) completion).upload();
	}

	Upload now(Upload upload) {
		return this.uploads.current(upload);
	}

	List<String> saidTypes() {
		return this.said.stream().map((message) -> message.type().name()).toList();
	}

	/** The process dies. */
	static final class CrashException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
