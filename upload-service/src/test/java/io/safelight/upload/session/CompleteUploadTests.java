package io.safelight.upload.session;

import java.util.Arrays;
import java.util.List;

import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.inspection.Hashes;
import io.safelight.upload.inspection.Pictures;
import io.safelight.upload.session.CompleteUpload.Completion;
import io.safelight.upload.session.UploadScenario.CrashException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CompleteUploadTests {

	private static final byte[] FILE = Pictures.noise("jpg", 60, 40, 1);

	private final UploadScenario scenario = new UploadScenario();

	@Test
	void letsInWhatIsAsAnnounced() {
		Upload uploaded = this.scenario.uploaded(FILE);
		assertThat(uploaded.parts()).hasSizeGreaterThan(1);
		assertThat(uploaded.state()).isEqualTo(UploadState.UPLOADED);
		assertThat(uploaded.dimensions()).isEqualTo(new Dimensions(60, 40));
		assertThat(this.scenario.saidTypes()).containsExactly("photo-uploaded.v1");
		assertThat(this.scenario.fingerprints.find(UploadScenario.ANA, uploaded.declaration().sha256()))
			.contains(uploaded.id());
	}

	@Test
	void completesTwiceWithoutSayingItTwice() {
		Upload uploaded = this.scenario.uploaded(FILE);
		assertThat(this.scenario.completed(uploaded)).isEqualTo(uploaded);
		assertThat(this.scenario.saidTypes()).containsExactly("photo-uploaded.v1");
	}

	@Test
	void goesOnFromWhatSomebodyElseDidMeanwhile() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		Upload uploaded = this.scenario.completed(begun);
		assertThat(this.scenario.complete.complete(begun)).isEqualTo(new Completion.Decided(uploaded));
		assertThat(this.scenario.saidTypes()).containsExactly("photo-uploaded.v1");
	}

	@Test
	void saysWhichPartsAreMissingAndGoesOn() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.incoming.put(begun, 2, Arrays.copyOfRange(FILE, 1000, 2000));
		assertThat(this.scenario.complete.complete(begun)).isInstanceOfSatisfying(Completion.PartsMissing.class,
				(missing) -> assertThat(missing.numbers()).contains(1).doesNotContain(2));
		this.scenario.put(begun, FILE);
		assertThat(this.scenario.completed(begun).state()).isEqualTo(UploadState.UPLOADED);
	}

	@Test
	void asksAgainForPartsThatWereCutElsewhere() {
		Upload begun = this.scenario.begun(Arrays.copyOf(FILE, 1500));
		this.scenario.incoming.put(begun, 1, new byte[700]);
		this.scenario.incoming.put(begun, 2, new byte[800]);
		assertThat(this.scenario.complete.complete(begun)).isEqualTo(new Completion.PartsMissing(List.of(1, 2)));
	}

	@Test
	void refusesNoBytes() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, new byte[0]);
		assertRefused(begun, "empty-file");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1, 5000 })
	void refusesAnotherSize(int difference) {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, Arrays.copyOf(FILE, FILE.length + difference));
		assertRefused(begun, "size-differs");
	}

	@Test
	void refusesOtherBytes() {
		Upload begun = this.scenario.begun(FILE);
		byte[] other = FILE.clone();
		other[other.length - 3] ^= 1;
		this.scenario.put(begun, other);
		assertRefused(begun, "checksum-differs");
	}

	@Test
	void refusesWhatIsNoPicture() {
		assertRefused("%PDF-1.7 and more".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "not-an-image");
		assertRefused(new byte[20], "not-an-image");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "gif", "tif", "bmp" })
	void refusesAPictureOfAnotherType(String format) {
		assertRefused(Pictures.file(format, 10, 10), "type-differs");
	}

	@Test
	void refusesAHeaderThatEndsTooSoon() {
		assertRefused(Arrays.copyOf(FILE, 100), "truncated-file");
	}

	@Test
	void refusesTooManyPixels() {
		for (byte[] bomb : List.of(Pictures.pngHeader(10_001, 10_000), Pictures.pngHeader(30_001, 1),
				Pictures.pngHeader(1, 30_001))) {
			assertRefused(png(bomb), bomb, "too-many-pixels");
		}
		byte[] limit = Pictures.pngHeader(10_000, 10_000);
		Upload begun = this.scenario.begun(png(limit));
		this.scenario.put(begun, limit);
		assertThat(this.scenario.completed(begun).state()).isEqualTo(UploadState.UPLOADED);
	}

	@Test
	void keepsEveryReasonWithTheSession() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, new byte[FILE.length]);
		this.scenario.completed(begun);
		assertThat(this.scenario.now(begun).progress().reasons()).extracting(Reason::code)
			.containsExactly("checksum-differs", "not-an-image");
		assertThat(this.scenario.completed(begun).state()).isEqualTo(UploadState.REFUSED);
	}

	@Test
	void letsInOnlyOneOfTwoIdenticalUploads() {
		Upload one = this.scenario.begun(FILE);
		Upload other = this.scenario.begun(FILE);
		this.scenario.put(one, FILE);
		this.scenario.put(other, FILE);
		assertThat(this.scenario.completed(one).state()).isEqualTo(UploadState.UPLOADED);
		Upload refused = this.scenario.completed(other);
		assertThat(refused.state()).isEqualTo(UploadState.REFUSED);
		assertThat(refused.progress().twin()).isEqualTo(one.id());
		assertThat(this.scenario.incoming.size(one)).isPresent();
		assertThat(this.scenario.incoming.size(other)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void recoversFromACrashBeforeEachCommit(int commits) {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		this.scenario.crashAfterCommits(commits);
		assertThatExceptionOfType(CrashException.class).isThrownBy(() -> this.scenario.completed(begun));
		assertThat(this.scenario.said).isEmpty();
		assertThat(this.scenario.incoming.size(begun).isPresent()).isEqualTo(commits == 1);
		assertThat(this.scenario.completed(begun).state()).isEqualTo(UploadState.UPLOADED);
		assertThat(this.scenario.saidTypes()).containsExactly("photo-uploaded.v1");
	}

	@Test
	void saysThatBytesAreLostRatherThanWaitingForever() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		this.scenario.incoming.forgetEverything();
		Upload lost = this.scenario.completed(begun);
		assertThat(lost.state()).isEqualTo(UploadState.ABANDONED);
		assertThat(lost.progress().reasons()).extracting(Reason::code).containsExactly("lost");
	}

	@Test
	void saysThatBytesAreLostThatWereThereWhenItBegan() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		this.scenario.crashAfterCommits(1);
		assertThatExceptionOfType(CrashException.class).isThrownBy(() -> this.scenario.completed(begun));
		this.scenario.incoming.loseBytes(begun);
		Upload lost = this.scenario.completed(begun);
		assertThat(lost.state()).isEqualTo(UploadState.ABANDONED);
		assertThat(lost.progress().reasons()).extracting(Reason::code).containsExactly("lost");
	}

	@Test
	void isNotAbandonedWhileItIsBeingChecked() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		this.scenario.crashAfterCommits(1);
		assertThatExceptionOfType(CrashException.class).isThrownBy(() -> this.scenario.completed(begun));
		assertThat(this.scenario.abandon.abandon(begun).state()).isEqualTo(UploadState.COMPLETING);
		assertThat(this.scenario.incoming.size(begun)).isPresent();
	}

	@Test
	void leavesNothingOfAnAbandonedUpload() {
		Upload begun = this.scenario.begun(FILE);
		this.scenario.put(begun, FILE);
		assertThat(this.scenario.abandon.abandon(begun).state()).isEqualTo(UploadState.ABANDONED);
		assertThat(this.scenario.incoming.isEmpty()).isTrue();
		assertThat(this.scenario.said).isEmpty();
		assertThat(this.scenario.completed(begun).state()).isEqualTo(UploadState.ABANDONED);
	}

	private void assertRefused(byte[] file, String code) {
		assertRefused(UploadScenario.declaration(file), file, code);
	}

	private void assertRefused(Declaration declaration, byte[] file, String code) {
		Upload begun = this.scenario.begun(declaration);
		this.scenario.put(begun, file);
		assertRefused(begun, code);
	}

	private void assertRefused(Upload begun, String code) {
		this.scenario.said.clear();
		Upload refused = this.scenario.completed(begun);
		assertThat(refused.state()).isEqualTo(UploadState.REFUSED);
		assertThat(refused.progress().reasons().getFirst().code()).isEqualTo(code);
		assertThat(this.scenario.incoming.size(begun)).isEmpty();
		assertThat(this.scenario.incoming.parts(begun)).isEmpty();
		assertThat(this.scenario.saidTypes()).containsExactly("upload-abandoned.v1");
	}

	private static Declaration png(byte[] file) {
		return new Declaration("bomb.png", "image/png", file.length, new Sha256(Hashes.sha256(file)), null, List.of());
	}

}
