package io.safelight.imaging.rendition;

import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import io.safelight.messaging.store.ConditionFailedException;
import io.safelight.messaging.store.InMemoryStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RenditionSetTests {

	private static final RenditionSet NONE = RenditionSet.none("0f8fad5b-d9cb-469f-a165-70867728950e",
			RenditionKind.PUBLIC);

	private static final RenditionSet.Look LOOK = new RenditionSet.Look(3, 2, List.of(), "", "", null);

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
		RenditionSet made = NONE.made(2, "abc", List.of(), List.of(), LOOK);
		assertThat(made.isDecidedFor("abc")).isTrue();
		assertThat(made.isDecidedFor("abd")).isFalse();
		assertThat(NONE.isDecidedFor("")).isFalse();
		assertThat(made.discarded(6).isDecidedFor("abc")).isFalse();
	}

	@Test
	void remembersThatAnOriginalIsOfNoUse() {
		InMemoryStore store = new InMemoryStore();
		RenditionSet refused = NONE.refused(2, "abc", new RenditionSet.Refusal("truncated-file", "It ends."));
		store.commit(RenditionSets.save(refused).writes(), "refused");
		RenditionSet read = new RenditionSets(store).get(NONE.photoId(), RenditionKind.PUBLIC);
		assertThat(read).isEqualTo(refused);
		assertThat(read.isDecidedFor("abc")).isTrue();
		assertThat(read.isDecidedFor("abd")).isFalse();
	}

	@Test
	void countsItsVersions() {
		assertThat(NONE.made(2, "abc", List.of(), List.of(), LOOK).discarded(6).version()).isEqualTo(2);
	}

	@Test
	void doesNotSaveCopiesMadeWhileEverythingWasDiscarded() {
		InMemoryStore store = new InMemoryStore();
		store.commit(RenditionSets.save(NONE.discarded(6)).writes(), "discarded");
		assertThatExceptionOfType(ConditionFailedException.class).isThrownBy(() -> store
			.commit(RenditionSets.save(NONE.made(2, "abc", List.of(), List.of(), LOOK)).writes(), "made"));
		assertThat(new RenditionSets(store).get(NONE.photoId(), RenditionKind.PUBLIC)).isEqualTo(NONE.discarded(6));
	}

	@Test
	void comesBackFromTheStoreAsItWas() {
		InMemoryStore store = new InMemoryStore();
		StoredRendition rendition = new StoredRendition("w320", "safelight-public", "key", "image/jpeg", 320, 213, 9L,
				"abc");
		StoredRendition webp = new StoredRendition("w320", "safelight-public", "other", "image/webp", 320, 213, 7L,
				"abd");
		RenditionSet made = NONE.made(2, "abc", List.of(rendition), List.of(webp), new RenditionSet.Look(3, 2,
				List.of(new WeightedColour("1f4e79", 0.46)), "p", "f", new PhotoQuality(62.4, 48.1, 51.7, 0.4, 1.3)));
		store.commit(RenditionSets.save(made).writes(), "made");
		RenditionSets sets = new RenditionSets(store);
		assertThat(sets.get(NONE.photoId(), RenditionKind.PUBLIC)).isEqualTo(made);
		assertThat(sets.findPublic(NONE.photoId(), "w320")).containsExactly(rendition, webp);
		assertThat(sets.findPublic(NONE.photoId(), "full")).isEmpty();
	}

}
