package io.safelight.imaging.render.jpeg;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HuffmanTableTests {

	@Test
	void hasACodeForEachSymbolThatMayCome() {
		assertThat(table(16, new int[] { 0x01, 0x00, 0xF1 }).completed().symbols()).hasSize(162)
			.doesNotHaveDuplicates();
		assertThat(table(0, new int[] { 4, 2, 11 }).completed().symbols()).hasSize(12).doesNotHaveDuplicates();
	}

	@Test
	void leavesShortCodesToWhatIsFrequent() {
		assertThat(table(16, new int[] { 0x01, 0x00, 0xF1 }).completed().symbols()).startsWith(0x01);
	}

	@Test
	void makesCodesThatAPrefixTellsApart() {
		HuffmanTable table = table(16, new int[] { 0x01, 0x00, 0xF1 }).completed();
		int used = 0;
		for (int length = 1; length <= 16; length++) {
			used += table.counts()[length] << 16 - length;
		}
		// The code of sixteen ones must stay free.
		assertThat(used).isLessThan(1 << 16);
		assertThat(Arrays.stream(table.counts()).sum()).isEqualTo(table.symbols().length);
	}

	/** Codes of one, two and three bits. */
	private static HuffmanTable table(int kind, int[] symbols) {
		int[] counts = new int[17];
		counts[1] = 1;
		counts[2] = 1;
		counts[3] = 1;
		return new HuffmanTable(kind, counts, symbols);
	}

}
