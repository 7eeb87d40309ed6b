package io.safelight.cloud.rekognition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ColourNamesTests {

	@ParameterizedTest
	@CsvSource({ "000000, black", "ffffff, white", "808080, grey", "696969, grey", "ff0000, red", "8b0000, red",
			"ffc0cb, pink", "ff8c00, orange", "8b4513, brown", "ffff00, yellow", "228b22, green", "00ced1, cyan",
			"1e90ff, blue", "191970, blue", "800080, purple", "ff69b4, pink", "2f4f4f, grey", "663d2e, brown",
			"9a8e78, grey", "101010, black" })
	void simplifiesAsAPersonWould(String colour, String name) {
		int rgb = Integer.parseInt(colour, 16);
		assertThat(ColourNames.simplified(rgb)).isEqualTo(name);
	}

	@Test
	void namesTheNearestCssColour() {
		assertThat(ColourNames.css(0x1E90FF)).isEqualTo("dodgerblue");
		assertThat(ColourNames.css(0x1F8FFE)).isEqualTo("dodgerblue");
		assertThat(ColourNames.css(0x696969)).isEqualTo("dimgrey");
		assertThat(ColourNames.css(0x00FFFF)).isEqualTo("cyan");
	}

	@Test
	void convertsToCielabAsTheStandardSays() {
		Lab red = Lab.of(0xFF0000);
		assertThat(red.lightness()).isCloseTo(53.24, within(0.02));
		assertThat(red.a()).isCloseTo(80.09, within(0.02));
		assertThat(red.b()).isCloseTo(67.20, within(0.02));
	}

}
