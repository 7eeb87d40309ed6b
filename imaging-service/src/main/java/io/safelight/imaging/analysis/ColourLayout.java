package io.safelight.imaging.analysis;

/**
 * Where which colours are: the low cosine terms of an 8×8 thumbnail in YCbCr (MPEG-7
 * colour layout descriptor, unquantised).
 */
final class ColourLayout {

	private static final int GRID = 8;

	private static final int[] TERMS_OF_CHANNEL = { 15, 10, 10 };

	/** All terms of the three channels. */
	static final int TERMS = 35;

	/** Colour says more than brightness, which exposure changes. */
	private static final double[] WEIGHT_OF_CHANNEL = { 1, 2, 2 };

	/** Positions in the order of rising frequency. */
	private static final int[] ZIGZAG = { 0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4 };

	private ColourLayout() {
	}

	static double[] of(int width, int height, int[] rgb) {
		double[][] channels = thumbnail(width, height, rgb);
		double[] terms = new double[TERMS];
		int next = 0;
		for (int channel = 0; channel < 3; channel++) {
			for (int i = 0; i < TERMS_OF_CHANNEL[channel]; i++) {
				terms[next++] = WEIGHT_OF_CHANNEL[channel]
						* term(channels[channel], ZIGZAG[i] % GRID, ZIGZAG[i] / GRID);
			}
		}
		return terms;
	}

	private static double[][] thumbnail(int width, int height, int[] rgb) {
		double[][] sums = new double[3][GRID * GRID];
		int[] counts = new int[GRID * GRID];
		for (int y = 0; y < Math.max(height, GRID); y++) {
			for (int x = 0; x < Math.max(width, GRID); x++) {
				int pixel = rgb[y * height / Math.max(height, GRID) * width + x * width / Math.max(width, GRID)];
				int cell = y * GRID / Math.max(height, GRID) * GRID + x * GRID / Math.max(width, GRID);
				add(sums, cell, pixel);
				counts[cell]++;
			}
		}
		for (double[] channel : sums) {
			for (int cell = 0; cell < channel.length; cell++) {
				channel[cell] /= counts[cell];
			}
		}
		return sums;
	}

	/** YCbCr of ITU-R BT.601, luminance centred, each between −0.5 and 0.5. */
	private static void add(double[][] sums, int cell, int pixel) {
		double red = (pixel >> 16 & 0xFF) / 255.0;
		double green = (pixel >> 8 & 0xFF) / 255.0;
		double blue = (pixel & 0xFF) / 255.0;
		sums[0][cell] += 0.299 * red + 0.587 * green + 0.114 * blue - 0.5;
		sums[1][cell] += -0.168736 * red - 0.331264 * green + 0.5 * blue;
		sums[2][cell] += 0.5 * red - 0.418688 * green - 0.081312 * blue;
	}

	/** One term of the orthonormal two-dimensional cosine transform. */
	private static double term(double[] cells, int u, int v) {
		double sum = 0;
		for (int y = 0; y < GRID; y++) {
			for (int x = 0; x < GRID; x++) {
				sum += cells[y * GRID + x] * Math.cos((2 * x + 1) * u * Math.PI / 16)
						* Math.cos((2 * y + 1) * v * Math.PI / 16);
			}
		}
		return sum * ((u == 0) ? Math.sqrt(0.5) : 1) * ((v == 0) ? Math.sqrt(0.5) : 1) / 4;
	}

}
