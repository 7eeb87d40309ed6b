package io.safelight.search.api;

import io.safelight.search.index.FoundImages.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SearchCursorTests {

	private static final SearchCursor CURSOR = new SearchCursor("search", "id", 2,
			new Position(3.1415927f, 7, 1_795_342_562_500L, "p1"));

	@Test
	void survivesTheWayThroughAUrl() {
		assertThat(CURSOR.text()).matches("[A-Za-z0-9_-]+");
		assertThat(SearchCursor.read(CURSOR.text(), "search")).isEqualTo(CURSOR);
	}

	@Test
	void isWorthNothingForAnotherSearch() {
		assertThatIllegalArgumentException().isThrownBy(() -> SearchCursor.read(CURSOR.text(), "another"))
			.withMessageContaining("another search");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "e30", "bnVsbA", "W10", "💥", "{}" })
	void refusesWhatIsNoCursor(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> SearchCursor.read(text, "search"));
	}

}
