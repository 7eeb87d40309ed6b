package io.safelight.upload.session;

import java.time.Duration;
import java.util.Arrays;

import io.safelight.upload.inspection.Pictures;
import io.safelight.upload.session.UploadScenario.CrashException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SweepUploadsTests {

	private static final byte[] FILE = Pictures.noise("jpg", 60, 40, 2);

	private static final Duration GRACE = Duration.ofMinutes(15);

	private static final Duration MOMENT = Duration.ofMillis(1);

	private final UploadScenario scenario = new UploadScenario();

	@Test
	void looksAtNothingBeforeItsTime() {
		this.scenario.begun(FILE);
		this.scenario.clock.advance(GRACE.minus(MOMENT));
		assertThat(this.scenario.sweeper.sweep()).isZero();
		this.scenario.clock.advance(MOMENT);
		assertThat(this.scenario.sweeper.sweep()).isOne();
	}

	@Test
	void completesWhatWasNeverCompleted() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		this.scenario.clock.advance(GRACE);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.UPLOADED);
		assertThat(this.scenario.saidTypes()).containsExactly("photo-uploaded.v1");
		assertThat(this.scenario.sweeper.sweep()).isZero();
	}

	@Test
	void givesGraceFromTheLastPart() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.clock.advance(Duration.ofMinutes(14));
		this.scenario.put(begun, FILE);
		this.scenario.clock.advance(GRACE.minus(MOMENT));
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.OPEN);
		this.scenario.clock.advance(MOMENT);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.UPLOADED);
	}

	@Test
	void refusesWhatItCompletesAsTheContributorWouldSee() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, new byte[FILE.length]);
		this.scenario.clock.advance(GRACE);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.REFUSED);
		assertThat(this.scenario.saidTypes()).containsExactly("upload-abandoned.v1");
	}

	@Test
	void abandonsWhatDoesNotCome() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.incoming.put(begun, 1, Arrays.copyOf(FILE, 1000));
		for (int i = 0; i < 96; i++) {
			assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.OPEN);
			this.scenario.clock.advance(GRACE);
			this.scenario.sweeper.sweep();
		}
		Upload abandoned = this.scenario.now(begun);
		assertThat(abandoned.state()).isEqualTo(UploadState.ABANDONED);
		assertThat(abandoned.progress().endedAt()).isEqualTo(begun.expiresAt());
		assertThat(this.scenario.incoming.isEmpty()).isTrue();
		assertThat(this.scenario.saidTypes()).containsExactly("upload-abandoned.v1");
	}

	@Test
	void freesThePlaceOfWhatItAbandons() {
		for (int i = 0; i < UploadScenario.LIMITS.openUploads(); i++) {
			this.scenario.begun(FILE);
		}
		assertThat(this.scenario.begin.begin(UploadScenario.ANA, null, UploadScenario.declaration(FILE), null))
			.isInstanceOf(BeginUpload.Outcome.TooManyOpen.class);
		this.scenario.clock.advance(Duration.ofHours(25));
		this.scenario.sweeper.sweep();
		this.scenario.begun(FILE);
	}

	@Test
	void neverAbandonsBytesThatAllCame() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.clock.advance(Duration.ofHours(24).minus(MOMENT));
		this.scenario.put(begun, FILE);
		this.scenario.clock.advance(MOMENT);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.UPLOADED);
	}

	@Test
	void givesUpWhatWasLost() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.incoming.forgetEverything();
		this.scenario.clock.advance(GRACE);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.ABANDONED);
		assertThat(this.scenario.now(begun).progress().reasons()).extracting(Reason::code).containsExactly("lost");
	}

	@Test
	void takesUpACompletionThatGotStuck() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		this.scenario.crashAfterCommits(1);
		assertThatExceptionOfType(CrashException.class).isThrownBy(() -> this.scenario.completed(begun));
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.COMPLETING);
		this.scenario.clock.advance(Duration.ofMinutes(10));
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(begun).state()).isEqualTo(UploadState.UPLOADED);
		assertThat(this.scenario.saidTypes()).containsExactly("photo-uploaded.v1");
	}

	@Test
	void deletesWhatCouldNotBeDeletedAtOnce() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, new byte[FILE.length]);
		this.scenario.incoming.refuseToDelete(true);
		assertThat(this.scenario.completed(begun).state()).isEqualTo(UploadState.REFUSED);
		assertThat(this.scenario.incoming.size(begun)).isPresent();
		this.scenario.clock.advance(Duration.ofMinutes(1));
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.incoming.size(begun)).isPresent();
		this.scenario.incoming.refuseToDelete(false);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.incoming.isEmpty()).isTrue();
		assertThat(this.scenario.sweeper.sweep()).isZero();
		assertThat(this.scenario.saidTypes()).containsExactly("upload-abandoned.v1");
	}

	@Test
	void doesNotLetOneThatFailsKeepTheOthersWaiting() {
		Upload stuck = this.scenario.begun(FILE);
		this.scenario.put(stuck, new byte[FILE.length]);
		this.scenario.incoming.refuseToDelete(true);
		this.scenario.completed(stuck);
		byte[] otherFile = Pictures.noise("jpg", 60, 40, 3);
		Upload other = this.scenario.begun(otherFile);
		this.scenario.put(other, otherFile);
		this.scenario.clock.advance(GRACE);
		this.scenario.sweeper.sweep();
		assertThat(this.scenario.now(other).state()).isEqualTo(UploadState.UPLOADED);
	}

}
