package io.safelight.imaging.analysis;

import java.util.Arrays;

/**
 * Which edges are where: blocks of 2×2 pixels are sorted by their strongest edge (MPEG-7
 * edge histogram descriptor, unquantised). Square roots of the frequencies are given, so
 * that the dot product is the Bhattacharyya coefficient.
 */
final class EdgeHistogram {

	private static final int PARTS = 4;

	private static final int KINDS = 5;

	/** 16 parts and the whole, five kinds each. */
	static final int BINS = (PARTS * PARTS + 1) * KINDS;

	/** Weaker differences of brightness, in 1/255, are no edge (the standard's 11). */
	private static final double LEAST_EDGE = 11;

	/** Filters for the four pixels of a block, row by row: MPEG-7, figure 27. */
	private static final double[][] FILTERS = { { 1, -1, 1, -1 }, { 1, 1, -1, -1 },
			{ Math.sqrt(2), 0, 0, -Math.sqrt(2) }, { 0, Math.sqrt(2), -Math.sqrt(2), 0 }, { 2, -2, -2, 2 } };

	private EdgeHistogram() {
	}

	static double[] of(int width, int height, int[] rgb) {
		double[] brightness = Arrays.stream(rgb).mapToDouble(EdgeHistogram::brightness).toArray();
		double[] bins = new double[BINS];
		int blocks = 0;
		for (int y = 0; y + 1 < height; y += 2) {
			for (int x = 0; x + 1 < width; x += 2) {
				int kind = strongest(brightness, y * width + x, width);
				blocks++;
				if (kind >= 0) {
					int part = y * PARTS / height * PARTS + x * PARTS / width;
					bins[part * KINDS + kind]++;
					bins[PARTS * PARTS * KINDS + kind]++;
				}
			}
		}
		int all = Math.max(1, blocks);
		return Arrays.stream(bins).map((count) -> Math.sqrt(count / all)).toArray();
	}

	private static int strongest(double[] brightness, int at, int width) {
		int strongest = -1;
		double best = LEAST_EDGE;
		for (int kind = 0; kind < KINDS; kind++) {
			double[] filter = FILTERS[kind];
			double edge = Math.abs(filter[0] * brightness[at] + filter[1] * brightness[at + 1]
					+ filter[2] * brightness[at + width] + filter[3] * brightness[at + width + 1]);
			if (edge > best) {
				best = edge;
				strongest = kind;
			}
		}
		return strongest;
	}

	private static double brightness(int pixel) {
		return 0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
	}

}
