package io.safelight.search.colour;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class LabTests {

	@ParameterizedTest
	@CsvSource({ "000000, 0, 0, 0", "ffffff, 100, 0, 0", "ff0000, 53.24, 80.09, 67.20", "00ff00, 87.73, -86.18, 83.18",
			"0000ff, 32.30, 79.19, -107.86", "808080, 53.59, 0, 0" })
	void agreesWithTheKnownCornersOfSrgb(String hex, double l, double a, double b) {
		Lab colour = Lab.ofHex(hex);

		assertThat(colour.l()).isCloseTo(l, within(0.01));
		assertThat(colour.a()).isCloseTo(a, within(0.02));
		assertThat(colour.b()).isCloseTo(b, within(0.02));
	}

	@Test
	void refusesWhatIsNoHex() {
		assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Lab.ofHex("sunset"));
	}

}
