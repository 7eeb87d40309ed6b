package io.safelight.upload.session;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.safelight.upload.inspection.Pictures;
import io.safelight.upload.session.BeginUpload.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.safelight.upload.session.UploadScenario.ANA;
import static org.assertj.core.api.Assertions.assertThat;

class BeginUploadTests {

	private static final byte[] FILE = Pictures.file("jpg", 40, 30);

	private final UploadScenario scenario = new UploadScenario();

	@Test
	void beginsOneSessionForOneWish() {
		Declaration declaration = UploadScenario.declaration(FILE);
		Outcome first = this.scenario.begin.begin(ANA, null, declaration, "key");
		Outcome second = this.scenario.begin.begin(ANA, null, declaration, "key");
		assertThat(second).isEqualTo(first);
		assertThat(this.scenario.store.count(Uploads.TABLE)).isOne();
	}

	@Test
	void keepsTheSameKeyOfTwoContributorsApart() {
		Declaration declaration = UploadScenario.declaration(FILE);
		this.scenario.begin.begin(ANA, null, declaration, "key");
		this.scenario.begin.begin(new ContributorId("paul"), null, declaration, "key");
		assertThat(this.scenario.store.count(Uploads.TABLE)).isEqualTo(2);
	}

	@Test
	void refusesAKeyThatWasUsedForAnotherFile() {
		this.scenario.begin.begin(ANA, null, UploadScenario.declaration(FILE), "key");
		assertThat(this.scenario.begin.begin(ANA, null, UploadScenario.declaration(new byte[7]), "key"))
			.isInstanceOf(Outcome.OtherWish.class);
	}

	@ParameterizedTest
	@CsvSource({ "image/gif,1,type-not-accepted", "text/html,1,type-not-accepted", "image/jpeg,0,empty-file",
			"image/jpeg,-1,empty-file", "image/jpeg,1000001,file-too-large" })
	void refusesWhatCanBeRefusedBeforeItsBytesCome(String contentType, long bytes, String code) {
		Declaration declaration = new Declaration("x", contentType, bytes, new Sha256("0".repeat(64)), null, List.of());
		Outcome outcome = this.scenario.begin.begin(ANA, null, declaration, null);
		assertThat(outcome).isInstanceOfSatisfying(Outcome.NotAccepted.class,
				(not) -> assertThat(not.reason().code()).isEqualTo(code));
		assertThat(this.scenario.incoming.isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "image/jpeg,1", "image/png,1000000", "image/tiff,5", "image/webp,5" })
	void letsInUpToTheLimits(String contentType, long bytes) {
		Declaration declaration = new Declaration("x", contentType, bytes, new Sha256("0".repeat(64)), null, List.of());
		assertThat(this.scenario.begin.begin(ANA, null, declaration, null)).isInstanceOf(Outcome.Begun.class);
	}

	@Test
	void namesThePhotoThatHasTheSameBytes() {
		Upload uploaded = this.scenario.uploaded(FILE);
		assertThat(this.scenario.begin.begin(ANA, null, UploadScenario.declaration(FILE), null))
			.isEqualTo(new Outcome.Duplicate(uploaded.id()));
	}

	@Test
	void letsTwoContributorsHaveTheSameBytes() {
		this.scenario.uploaded(FILE);
		assertThat(this.scenario.begin.begin(new ContributorId("paul"), null, UploadScenario.declaration(FILE), null))
			.isInstanceOf(Outcome.Begun.class);
	}

	@Test
	void limitsHowManyAreOpenAtOnce() {
		List<Upload> open = IntStream.range(1, 4).mapToObj((size) -> this.scenario.begun(new byte[size])).toList();
		assertThat(this.scenario.begin.begin(ANA, null, UploadScenario.declaration(FILE), null))
			.isEqualTo(new Outcome.TooManyOpen(3));
		this.scenario.abandon.abandon(open.getFirst());
		assertThat(this.scenario.begin.begin(ANA, null, UploadScenario.declaration(FILE), null))
			.isInstanceOf(Outcome.Begun.class);
	}

	@Test
	void findsManyFingerprintsInOneGo() {
		Upload uploaded = this.scenario.uploaded(FILE);
		Sha256 known = uploaded.declaration().sha256();
		List<Sha256> many = IntStream.range(0, 100).mapToObj((n) -> new Sha256("%064x".formatted(n))).toList();
		List<Sha256> wanted = new java.util.ArrayList<>(many);
		wanted.add(known);
		assertThat(this.scenario.fingerprints.find(ANA, wanted)).isEqualTo(Map.of(known, uploaded.id()));
		assertThat(this.scenario.fingerprints.find(ANA, List.of(known, many.getFirst())))
			.isEqualTo(Map.of(known, uploaded.id()));
	}

}
