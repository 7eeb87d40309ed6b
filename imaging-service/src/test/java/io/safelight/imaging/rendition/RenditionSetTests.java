package io.safelight.imaging.rendition;

import java.util.List;

import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

	@Test
	void doesNotSaveCopiesMadeWhileEverythingWasDiscarded() {
		InMemoryStore store = new InMemoryStore();
		store.commit(RenditionSets.save(NONE.discarded(6)).writes(), "discarded");
		assertThatExceptionOfType(ConditionFailedException.class)
			.isThrownBy(() -> store.commit(RenditionSets.save(NONE.made(2, "abc", List.of(), LOOK)).writes(), "made"));
		assertThat(new RenditionSets(store).get(NONE.photoId(), RenditionKind.PUBLIC)).isEqualTo(NONE.discarded(6));
	}

	@Test
	void comesBackFromTheStoreAsItWas() {
		InMemoryStore store = new InMemoryStore();
		StoredRendition rendition = new StoredRendition("w320", "safelight-public", "key", "image/jpeg", 320, 213, 9L,
				"abc");
		RenditionSet made = NONE.made(2, "abc", List.of(rendition),
				new RenditionSet.Look(3, 2, List.of(new WeightedColour("1f4e79", 0.46)), "p", "f"));
		store.commit(RenditionSets.save(made).writes(), "made");
		RenditionSets sets = new RenditionSets(store);
		assertThat(sets.get(NONE.photoId(), RenditionKind.PUBLIC)).isEqualTo(made);
		assertThat(sets.findPublic(NONE.photoId(), "w320")).contains(rendition);
		assertThat(sets.findPublic(NONE.photoId(), "full")).isEmpty();
	}

}
