package io.safelight.search.index;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class WordsTests {

	@Test
	void separatesWhatIsWantedFromWhatIsNot() {
		assertThat(Words.of("sea -boat NOT people sunset"))
			.isEqualTo(new Words(List.of("sea", "sunset"), List.of("boat", "people")));
	}

	@Test
	void keepsQuotedWordsTogether() {
		assertThat(Words.of("\"golden hour\" -\"fishing boat\" NOT \"city wall\""))
			.isEqualTo(new Words(List.of("golden hour"), List.of("fishing boat", "city wall")));
	}

	@Test
	void takesASmallNotAsAWord() {
		assertThat(Words.of("forget me not").wanted()).containsExactly("forget", "me", "not");
	}

	@Test
	void needsNoOperatorBetweenWords() {
		assertThat(Words.of("sea AND bay OR lake").wanted()).containsExactly("sea", "bay", "lake");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\"", "\"\"", "-", "--", "NOT", "NOT NOT", "-\"", "(sea OR", "title:sea^",
			"sea~ *", "\\", "\"a", "[1 TO 2}", "🌊", "&& || !" })
	void findsNothingWrongWithAnything(String typed) {
		assertThatNoException().isThrownBy(() -> new WordQueries().wanted(Words.of(typed)));
	}

	@Test
	void looksAtAReasonableNumberOfWords() {
		assertThat(Words.of("sea ".repeat(1000)).wanted()).hasSize(32);
	}

}
