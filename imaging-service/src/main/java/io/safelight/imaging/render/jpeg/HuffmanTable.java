package io.safelight.imaging.render.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * One table of codes, as a DHT segment has it (ITU-T T.81, §B.2.4.2).
 *
 * @param kind its class and number in one byte: 0 and 1 are for DC, 16 and 17 for AC
 * @param counts of codes by their length in bits, from index 1 to 16
 * @param symbols in order of length
 */
record HuffmanTable(int kind, int[] counts, int[] symbols) {

	private static final int LONGEST = 16;

	private static final int DHT = 0xC4;

	private static final int SOS = 0xDA;

	/** The tables of a sample's file, good for what is not in the sample too. */
	static List<HuffmanTable> completed(byte[] jpeg) {
		return of(jpeg).stream().map(HuffmanTable::completed).toList();
	}

	/** The tables of a file that has one scan. */
	static List<HuffmanTable> of(byte[] jpeg) {
		List<HuffmanTable> tables = new ArrayList<>();
		for (int at = 2; (jpeg[at + 1] & 0xFF) != SOS;) {
			int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
			if ((jpeg[at + 1] & 0xFF) == DHT) {
				for (int from = at + 4; from < end;) {
					HuffmanTable table = read(jpeg, from);
					tables.add(table);
					from += 1 + LONGEST + table.symbols.length;
				}
			}
			at = end;
		}
		return tables;
	}

	private static HuffmanTable read(byte[] jpeg, int at) {
		int[] counts = new int[LONGEST + 1];
		for (int length = 1; length <= LONGEST; length++) {
			counts[length] = jpeg[at + length] & 0xFF;
		}
		int[] symbols = new int[Arrays.stream(counts).sum()];
		for (int i = 0; i < symbols.length; i++) {
			symbols[i] = jpeg[at + 1 + LONGEST + i] & 0xFF;
		}
		return new HuffmanTable(jpeg[at], counts, symbols);
	}

	/**
	 * Much the same codes, but with one for each symbol that can occur at all: what was
	 * not seen in a sample may well be in the rest.
	 */
	HuffmanTable completed() {
		long[] frequencies = new long[256];
		for (int symbol : legalSymbols()) {
			frequencies[symbol] = 1;
		}
		int next = 0;
		for (int length = 1; length <= LONGEST; length++) {
			for (int i = 0; i < this.counts[length]; i++) {
				frequencies[this.symbols[next++]] = 1L << 24 - length;
			}
		}
		return ofFrequencies(this.kind, frequencies);
	}

	JPEGHuffmanTable toJdk() {
		short[] lengths = new short[LONGEST];
		for (int length = 1; length <= LONGEST; length++) {
			lengths[length - 1] = (short) this.counts[length];
		}
		short[] values = new short[this.symbols.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) this.symbols[i];
		}
		return new JPEGHuffmanTable(lengths, values);
	}

	/** Categories for DC; run and category, end of block and sixteen zeros for AC. */
	private List<Integer> legalSymbols() {
		List<Integer> legal = new ArrayList<>();
		if (this.kind < 16) {
			for (int category = 0; category <= 11; category++) {
				legal.add(category);
			}
			return legal;
		}
		legal.add(0x00);
		legal.add(0xF0);
		for (int run = 0; run < 16; run++) {
			for (int category = 1; category <= 10; category++) {
				legal.add(run << 4 | category);
			}
		}
		return legal;
	}

	/**
	 * The shortest codes of at most 16 bits; that of ones only is left unused (annex
	 * K.2).
	 */
	private static HuffmanTable ofFrequencies(int kind, long[] frequencies) {
		int[] lengths = lengths(frequencies);
		int[] counts = new int[Math.max(LONGEST, Arrays.stream(lengths).max().orElse(0)) + 1];
		for (int symbol = 0; symbol < frequencies.length + 1; symbol++) {
			counts[lengths[symbol]]++;
		}
		counts[0] = 0;
		shorten(counts);
		int longest = LONGEST;
		while (counts[longest] == 0) {
			longest--;
		}
		counts[longest]--;
		int[] symbols = IntStream.range(0, frequencies.length)
			.filter((symbol) -> frequencies[symbol] > 0)
			.boxed()
			.sorted(Comparator.<Integer>comparingInt((symbol) -> lengths[symbol]).thenComparing((symbol) -> symbol))
			.mapToInt(Integer::intValue)
			.toArray();
		return new HuffmanTable(kind, Arrays.copyOf(counts, LONGEST + 1), symbols);
	}

	/** Length of each symbol's code; the last is of the one that stays unused. */
	private static int[] lengths(long[] frequencies) {
		int[] lengths = new int[frequencies.length + 1];
		List<Node> nodes = new ArrayList<>();
		for (int symbol = 0; symbol < frequencies.length; symbol++) {
			if (frequencies[symbol] > 0) {
				nodes.add(new Node(frequencies[symbol], List.of(symbol)));
			}
		}
		// Rarer than all others, so that it gets the longest code.
		nodes.add(new Node(0, List.of(frequencies.length)));
		PriorityQueue<Node> queue = new PriorityQueue<>(
				Comparator.comparingLong(Node::frequency).thenComparingInt((node) -> node.symbols.size()));
		queue.addAll(nodes);
		while (queue.size() > 1) {
			Node merged = queue.remove().with(queue.remove());
			merged.symbols.forEach((symbol) -> lengths[symbol]++);
			queue.add(merged);
		}
		return lengths;
	}

	/** Brings codes that are too long to sixteen bits (annex K.2, figure K.3). */
	private static void shorten(int[] counts) {
		for (int length = counts.length - 1; length > LONGEST; length--) {
			while (counts[length] > 0) {
				int shorter = length - 2;
				while (counts[shorter] == 0) {
					shorter--;
				}
				counts[length] -= 2;
				counts[length - 1]++;
				counts[shorter + 1] += 2;
				counts[shorter]--;
			}
		}
	}

	private record Node(long frequency, List<Integer> symbols) {

		Node with(Node other) {
			List<Integer> both = new ArrayList<>(this.symbols);
			both.addAll(other.symbols);
			return new Node(this.frequency + other.frequency, both);
		}

	}

}
