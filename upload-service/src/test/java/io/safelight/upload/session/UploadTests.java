package io.safelight.upload.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.safelight.upload.inspection.Dimensions;
import io.safelight.upload.session.Multipart.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UploadTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	private static final Duration SOON = Duration.ofMinutes(1);

	private final Upload open = Upload.begin(UploadScenario.ANA, UploadId.random(), null,
			UploadScenario.declaration(new byte[2500]), new Multipart("m", UploadScenario.PART), NOW,
			UploadScenario.TIMES);

	@Test
	void cutsAFileIntoPartsOfWhichOnlyTheLastIsShort() {
		assertThat(this.open.parts()).containsExactly(new Part(1, 1000), new Part(2, 1000), new Part(3, 500));
		assertThat(new Multipart("m", 1000).parts(1000)).containsExactly(new Part(1, 1000));
		assertThat(new Multipart("m", 1000).parts(1)).containsExactly(new Part(1, 1));
	}

	@Test
	void countsEveryTransition() {
		Upload published = this.open.completing(NOW, SOON).uploaded(new Dimensions(3, 2)).published(NOW);
		assertThat(published.version()).isEqualTo(4);
		assertThat(published.state()).isEqualTo(UploadState.PUBLISHED);
		assertThat(published.progress().endedAt()).isEqualTo(NOW);
	}

	@Test
	void isNotPublishedBeforeItsBytesWereChecked() {
		assertThatIllegalStateException().isThrownBy(() -> this.open.published(NOW)).withMessageContaining("OPEN");
		assertThatIllegalStateException().isThrownBy(() -> this.open.uploaded(new Dimensions(3, 2)));
	}

	@Test
	void isNotAbandonedOnceItsBytesWereLetIn() {
		Upload uploaded = this.open.completing(NOW, SOON).uploaded(new Dimensions(3, 2));
		assertThatIllegalStateException().isThrownBy(() -> uploaded.abandoned(Reasons.withdrawn(), NOW, SOON));
		assertThatIllegalStateException().isThrownBy(() -> uploaded.refused(List.of(), NOW, SOON));
	}

	@Test
	void keepsItsBytesUntilItHasEnded() {
		assertThatIllegalStateException().isThrownBy(this.open::cleanedUp);
		Upload abandoned = this.open.abandoned(Reasons.withdrawn(), NOW, SOON);
		assertThat(abandoned.isDue(NOW)).isFalse();
		assertThat(abandoned.isDue(NOW.plus(SOON))).isTrue();
		assertThat(abandoned.cleanedUp().isDue(NOW.plus(SOON))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.INCLUDE, names = { "PUBLISHED", "REJECTED", "FAILED", "REFUSED", "ABANDONED" })
	void hasOneEnd(UploadState end) {
		assertThat(end.isEnd()).isTrue();
		assertThat(Stream.of(UploadState.values()).filter(end::mayBecome)).containsExactly(end);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "PUBLISHED", "REJECTED", "FAILED", "REFUSED", "ABANDONED" })
	void canAlwaysEndInSomeWay(UploadState state) {
		assertThat(state.isEnd()).isFalse();
		assertThat(Stream.of(UploadState.values()).filter(state::mayBecome).anyMatch(UploadState::isEnd)).isTrue();
	}

	@Test
	void isTheSameAfterItsWayThroughTheTable() {
		Upload rich = this.open.completing(NOW, SOON).duplicateOf(UploadId.random(), NOW, SOON);
		assertThat(UploadRow.of(rich).toUpload()).isEqualTo(rich);
		Upload checked = this.open.completing(NOW, SOON).uploaded(new Dimensions(3, 2));
		assertThat(UploadRow.of(checked).toUpload()).isEqualTo(checked);
	}

	@Test
	void isInASparseIndexOnlyWhileItBelongsThere() {
		assertThat(UploadRow.of(this.open).openOf()).isEqualTo("ana");
		assertThat(UploadRow.of(this.open).work()).isEqualTo(UploadRow.WORK);
		Upload uploaded = this.open.completing(NOW, SOON).uploaded(new Dimensions(3, 2));
		assertThat(UploadRow.of(uploaded).openOf()).isNull();
		assertThat(UploadRow.of(uploaded).work()).isNull();
		assertThat(UploadRow.of(uploaded).dueAt()).isNull();
	}

}
