package io.safelight.search.colour;

import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ColourCellsTests {

	@Test
	void missesNoColourThatIsWithinReach() {
		Random random = new Random(7);
		int within = 0;
		for (int i = 0; i < 150; i++) {
			Lab wanted = any(random);
			Set<String> near = Set.copyOf(ColourCells.near(wanted));
			for (int j = 0; j < 400; j++) {
				Lab other = any(random);
				if (Ciede2000.distance(wanted, other) < ColourMatch.REACH) {
					within++;
					assertThat(near).contains(ColourCells.cellOf(other));
				}
			}
		}
		assertThat(within).as("colours that were tried").isGreaterThan(1000);
	}

	@Test
	void leavesMostOfTheColoursOut() {
		int all = 13 * 25 * 27;

		assertThat(ColourCells.near(Lab.ofHex("1f4e79"))).hasSizeLessThan(all / 4);
	}

	private static Lab any(Random random) {
		return Lab.ofHex("%06x".formatted(random.nextInt(0x1000000)));
	}

}
