package io.safelight.imaging.rendition;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RenditionSetTests {

	private static final RenditionSet NONE = RenditionSet.none("0f8fad5b-d9cb-469f-a165-70867728950e",
			RenditionKind.PUBLIC);

	private static final RenditionSet.Look LOOK = new RenditionSet.Look(3, 2, List.of(), "", "");

	@Test
	void ignoresACommandThatTheOrderToDiscardHasOvertaken() {
		assertThat(NONE.discarded(6).wasDiscardedAfter(2)).isTrue();
	}

	@Test
	void obeysACommandThatIsNewerThanTheOrderToDiscard() {
		assertThat(NONE.discarded(6).wasDiscardedAfter(7)).isFalse();
		assertThat(NONE.wasDiscardedAfter(1)).isFalse();
	}

	@Test
	void keepsTheLatestOrderToDiscardWhenAnEarlierOneComesLate() {
		assertThat(NONE.discarded(6).discarded(4).wasDiscardedAfter(5)).isTrue();
	}

	@Test
	void knowsTheOriginalItWasMadeFrom() {
		RenditionSet made = NONE.made(2, "abc", List.of(), LOOK);
		assertThat(made.isMadeFrom("abc")).isTrue();
		assertThat(made.isMadeFrom("abd")).isFalse();
		assertThat(NONE.isMadeFrom("")).isFalse();
		assertThat(made.discarded(6).isMadeFrom("abc")).isFalse();
	}

	@Test
	void countsItsVersions() {
		assertThat(NONE.made(2, "abc", List.of(), LOOK).discarded(6).version()).isEqualTo(2);
	}

}
