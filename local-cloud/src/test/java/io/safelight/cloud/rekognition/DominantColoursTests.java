package io.safelight.cloud.rekognition;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DominantColoursTests {

	@Test
	void findsTheColoursAndTheirShares() {
		int[] pixels = new int[1000];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (i < 600) ? 0x1E90FF : (i < 900) ? 0xFFFFFF : 0xB22222;
		}
		List<Colour> colours = DominantColours.of(new Picture(100, 10, pixels), 10);
		assertThat(colours).containsExactly(new Colour(0x1E90FF, 60), new Colour(0xFFFFFF, 30),
				new Colour(0xB22222, 10));
	}

	@Test
	void findsOneColourInAPlainPictureWithNoise() {
		Random random = new Random(1);
		int[] pixels = random.ints(2000, 0, 4).map((noise) -> 0x406080 + noise * 0x010101).toArray();
		List<Colour> colours = DominantColours.of(new Picture(100, 20, pixels), 10);
		assertThat(colours).hasSize(1);
		assertThat(colours.getFirst().red()).isBetween(0x40, 0x43);
	}

	@Test
	void keepsToTheMaximumAndAddsUpToTheWhole() {
		int[] pixels = new Random(2).ints(5000, 0, 0x1000000).toArray();
		List<Colour> colours = DominantColours.of(new Picture(100, 50, pixels), 5);
		assertThat(colours).hasSizeBetween(2, 5);
		assertThat(colours.stream().mapToDouble(Colour::percent).sum()).isEqualTo(100, within(1e-9));
		assertThat(colours).isSortedAccordingTo((one, two) -> Double.compare(two.percent(), one.percent()));
	}

	@Test
	void answersTheSameTwice() {
		int[] pixels = new Random(3).ints(5000, 0, 0x1000000).toArray();
		Picture picture = new Picture(100, 50, pixels);
		assertThat(DominantColours.of(picture, 10)).isEqualTo(DominantColours.of(picture, 10));
	}

}
