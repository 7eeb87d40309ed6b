package io.safelight.search.colour;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColourNameTests {

	@ParameterizedTest
	@CsvSource({ "0a0a0a, BLACK", "f7f7f5, WHITE", "7d7d7d, GREY", "cc1111, RED", "ff8c1a, ORANGE", "ffe135, YELLOW",
			"2e8b57, GREEN", "1f4e79, BLUE", "4a90d9, BLUE", "6a2c91, PURPLE", "f4a6bd, PINK", "6b4423, BROWN" })
	void isWhatPeopleWouldSay(String hex, ColourName expected) {
		assertThat(ColourName.of(Lab.ofHex(hex))).isEqualTo(expected);
	}

}
