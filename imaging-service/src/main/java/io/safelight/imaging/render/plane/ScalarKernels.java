package io.safelight.imaging.render.plane;

import java.util.Arrays;

/**
 * The inner loops in plain Java, written so that the compiler can use vectors by itself.
 */
final class ScalarKernels implements Kernels {

	private int[] sums = new int[0];

	@Override
	public void widen(byte[] from, short[] to, int at, int count) {
		for (int x = 0; x < count; x++) {
			to[at + x] = (short) (from[x] & 0xFF);
		}
	}

	@Override
	public void weighRows(short[] rows, int[] offsets, int[] weights, int at, int width, short[] to) {
		if (this.sums.length < width) {
			this.sums = new int[width];
		}
		Arrays.fill(this.sums, 0, width, 1 << FIRST_SHIFT - 1);
		int tap = 0;
		for (; tap + 1 < offsets.length; tap += 2) {
			add(this.sums, rows, offsets[tap], weights[at + tap], offsets[tap + 1], weights[at + tap + 1], width);
		}
		if (tap < offsets.length) {
			add(this.sums, rows, offsets[tap], weights[at + tap], offsets[tap], 0, width);
		}
		narrow(this.sums, to, width);
	}

	private static void add(int[] sums, short[] rows, int one, int weight, int other, int otherWeight, int width) {
		for (int x = 0; x < width; x++) {
			sums[x] += rows[one + x] * weight + rows[other + x] * otherWeight;
		}
	}

	private static void narrow(int[] sums, short[] to, int width) {
		for (int x = 0; x < width; x++) {
			to[x] = (short) (sums[x] >> FIRST_SHIFT);
		}
	}

	@Override
	public void weighColumns(short[] columns, Taps taps, byte[] to) {
		int count = taps.count();
		int[] weights = taps.weights();
		for (int i = 0; i < taps.starts().length; i++) {
			int start = taps.starts()[i] * ROWS;
			for (int row = 0; row < ROWS; row += 4) {
				weighFour(columns, start + row, weights, i * count, count, to, i * ROWS + row);
			}
		}
	}

	private static void weighFour(short[] columns, int start, int[] weights, int at, int count, byte[] to, int target) {
		int one = 1 << SECOND_SHIFT - 1;
		int two = one;
		int three = one;
		int four = one;
		for (int tap = 0, from = start; tap < count; tap++, from += ROWS) {
			int weight = weights[at + tap];
			one += columns[from] * weight;
			two += columns[from + 1] * weight;
			three += columns[from + 2] * weight;
			four += columns[from + 3] * weight;
		}
		to[target] = tone(one);
		to[target + 1] = tone(two);
		to[target + 2] = tone(three);
		to[target + 3] = tone(four);
	}

	private static byte tone(int sum) {
		return (byte) Math.clamp(sum >> SECOND_SHIFT, 0, 255);
	}

}
