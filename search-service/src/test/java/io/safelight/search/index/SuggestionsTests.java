package io.safelight.search.index;

import java.nio.file.Path;

import io.safelight.search.index.Suggestions.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.safelight.search.SearchFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

class SuggestionsTests {

	@Test
	void namesTheMostFrequentWordsWithThisBeginning(@TempDir Path directory) {
		try (PhotoIndex index = PhotoIndex.open(directory)) {
			index.put(aPhoto("a").keywords("Sea", "seagull").photo(), 0);
			index.put(aPhoto("b").keywords("sea", "ship").photo(), 0);
			index.refresh();
			Suggestions suggestions = new Suggestions(index);

			assertThat(suggestions.beginningWith(" SE", 10)).containsExactly(new Suggestion("sea", 2),
					new Suggestion("seagull", 1));
			assertThat(suggestions.beginningWith("s", 1)).containsExactly(new Suggestion("sea", 2));
			assertThat(suggestions.beginningWith("zebra", 10)).isEmpty();
			assertThat(suggestions.beginningWith("  ", 10)).isEmpty();
		}
	}

	@Test
	void hasNothingToSayOfAnEmptyIndex(@TempDir Path directory) {
		try (PhotoIndex index = PhotoIndex.open(directory)) {
			assertThat(new Suggestions(index).beginningWith("s", 10)).isEmpty();
		}
	}

}
