package io.safelight.search.colour;

import java.util.List;
import java.util.Random;

import io.safelight.search.colour.Palette.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ColourMatchTests {

	private static final Lab BLUE = Lab.ofHex("1f4e79");

	private static final Lab NEARLY_BLUE = Lab.ofHex("2a5a88");

	private static final Lab ORANGE = Lab.ofHex("e07b39");

	@Test
	void isOneForAPictureOfThatColourOnly() {
		assertThat(match(BLUE).score(palette(new Share(BLUE, 1)))).isCloseTo(1, within(1e-9));
	}

	@Test
	void isZeroWithoutTheColour() {
		assertThat(match(BLUE).score(palette(new Share(ORANGE, 1)))).isZero();
		assertThat(match(BLUE).score(palette())).isZero();
	}

	@Test
	void missesNoColourByLookingAtItsLightnessFirst() {
		Random random = new Random(3);
		for (int i = 0; i < 20_000; i++) {
			Lab one = Lab.ofHex("%06x".formatted(random.nextInt(0x1000000)));
			Lab two = Lab.ofHex("%06x".formatted(random.nextInt(0x1000000)));
			assertThat(match(one).score(palette(new Share(two, 1))) > 0)
				.isEqualTo(1 - Math.pow(Ciede2000.distance(one, two) / ColourMatch.REACH, 2) >= ColourMatch.TRACE);
		}
	}

	@Test
	void ignoresATrace() {
		assertThat(match(BLUE).score(palette(new Share(BLUE, 0.01), new Share(ORANGE, 0.99)))).isZero();
	}

	@Test
	void growsWithTheShareAndWithTheNearness() {
		double little = match(BLUE).score(palette(new Share(BLUE, 0.2)));
		double much = match(BLUE).score(palette(new Share(BLUE, 0.6)));
		double muchOfNearlyThat = match(BLUE).score(palette(new Share(NEARLY_BLUE, 0.6)));

		assertThat(much).isGreaterThan(little);
		assertThat(muchOfNearlyThat).isGreaterThan(little).isLessThan(much);
	}

	@Test
	void wantsEveryColourToBeThere() {
		ColourMatch both = match(BLUE, ORANGE);

		assertThat(both.score(palette(new Share(BLUE, 1)))).isZero();
		assertThat(both.score(palette(new Share(BLUE, 0.5), new Share(ORANGE, 0.5))))
			.isGreaterThan(both.score(palette(new Share(BLUE, 0.9), new Share(ORANGE, 0.1))));
	}

	@Test
	void survivesBeingStored() {
		byte[] bytes = palette(new Share(BLUE, 0.46), new Share(ORANGE, 0.31)).bytes();

		Palette read = Palette.read(bytes, 0, bytes.length);

		assertThat(read.colours()).hasSize(2);
		assertThat(Ciede2000.distance(read.colours().getFirst().colour(), BLUE)).isLessThan(0.01);
		assertThat(read.colours().getLast().weight()).isCloseTo(0.31, within(0.0001));
	}

	private static ColourMatch match(Lab... wanted) {
		return new ColourMatch(List.of(wanted));
	}

	private static Palette palette(Share... shares) {
		return new Palette(List.of(shares));
	}

}
