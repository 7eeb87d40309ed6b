package io.safelight.catalog.photo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrientationTests {

	@ParameterizedTest
	@CsvSource({ "4272, 2848, HORIZONTAL", "2848, 4272, VERTICAL", "1000, 1000, SQUARE", "1000, 981, SQUARE",
			"1000, 970, HORIZONTAL", "1, 1, SQUARE" })
	void looksAsPeopleSeeIt(int width, int height, Orientation expected) {
		assertThat(Orientation.of(width, height)).isEqualTo(expected);
	}

}
