package io.safelight.purchase.link;

import java.util.BitSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServedRangesTests {

	@Test
	void joinsWhatTouches() {
		assertThat(ServedRanges.NONE.plus(new ByteRange(0, 10)).plus(new ByteRange(10, 20)).ranges())
			.containsExactly(new ByteRange(0, 20));
	}

	@Test
	void keepsGaps() {
		ServedRanges served = ServedRanges.NONE.plus(new ByteRange(20, 30)).plus(new ByteRange(0, 10));
		assertThat(served.ranges()).containsExactly(new ByteRange(0, 10), new ByteRange(20, 30));
		assertThat(served.covered()).isEqualTo(20);
	}

	@Test
	void isNotChangedByNothing() {
		assertThat(ServedRanges.NONE.plus(new ByteRange(5, 5))).isEqualTo(ServedRanges.NONE);
	}

	@Test
	void coversWhatASetOfBitsWould() {
		Random random = new Random(13);
		for (int round = 0; round < 1_000; round++) {
			BitSet bits = new BitSet();
			ServedRanges served = ServedRanges.NONE;
			for (int i = 0; i < 12; i++) {
				int from = random.nextInt(100);
				int to = from + random.nextInt(30);
				bits.set(from, to);
				served = served.plus(new ByteRange(from, to));
			}
			assertThat(served.covered()).isEqualTo(bits.cardinality());
			assertSeparate(served);
		}
	}

	private static void assertSeparate(ServedRanges served) {
		for (int i = 1; i < served.ranges().size(); i++) {
			assertThat(served.ranges().get(i).from()).isGreaterThan(served.ranges().get(i - 1).to());
		}
	}

}
