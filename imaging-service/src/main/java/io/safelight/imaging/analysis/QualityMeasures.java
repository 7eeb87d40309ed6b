package io.safelight.imaging.analysis;

import java.util.Arrays;

/**
 * Measures how good a photograph is technically. Sharpness is the mean absolute Laplacian
 * (Pech-Pacheco et al., ICPR 2000, use its variance) of the sharpest of 8×8 parts, so
 * that a blurred background does not count against a picture. Noise is J. Immerkær's
 * estimate (Computer Vision and Image Understanding 64(2), 1996) in the smoothest parts,
 * where texture is not taken for it.
 */
final class QualityMeasures {

	private static final int PARTS = 8;

	/** A Laplacian this strong makes a sharpness of 63. */
	private static final double SHARP = 25;

	/** Of all parts of a picture, so many are sharper than the one that counts. */
	private static final double SHARPEST = 0.95;

	private static final int NOISE_TILE = 32;

	private static final double SMOOTHEST = 0.2;

	private QualityMeasures() {
	}

	/**
	 * Measures.
	 * @param reduced the whole picture, as large as a screen
	 * @param detail a piece of the original, pixel by pixel
	 */
	static PhotoQuality of(Luma reduced, Luma detail) {
		long sum = 0;
		long squares = 0;
		int clipped = 0;
		for (int y = 0; y < reduced.height(); y++) {
			for (int x = 0; x < reduced.width(); x++) {
				int value = reduced.at(x, y);
				sum += value;
				squares += (long) value * value;
				clipped += (value <= 1 || value >= 254) ? 1 : 0;
			}
		}
		double pixels = (double) reduced.width() * reduced.height();
		double mean = sum / pixels;
		double deviation = Math.sqrt(Math.max(0, squares / pixels - mean * mean));
		return new PhotoQuality(rounded(sharpness(reduced)), rounded(mean / 2.55), rounded(2 * deviation / 2.55),
				rounded(100 * clipped / pixels), rounded(noise(detail)));
	}

	private static double sharpness(Luma luma) {
		double[] parts = new double[PARTS * PARTS];
		for (int part = 0; part < parts.length; part++) {
			int left = Math.max(1, part % PARTS * luma.width() / PARTS);
			int top = Math.max(1, part / PARTS * luma.height() / PARTS);
			int right = Math.min(luma.width() - 1, (part % PARTS + 1) * luma.width() / PARTS);
			int bottom = Math.min(luma.height() - 1, (part / PARTS + 1) * luma.height() / PARTS);
			parts[part] = laplacian(luma, left, top, right, bottom);
		}
		return 100 * (1 - Math.exp(-at(parts, SHARPEST) / SHARP));
	}

	private static double laplacian(Luma luma, int left, int top, int right, int bottom) {
		long sum = 0;
		for (int y = top; y < bottom; y++) {
			for (int x = left; x < right; x++) {
				sum += Math.abs(4 * luma.at(x, y) - luma.at(x - 1, y) - luma.at(x + 1, y) - luma.at(x, y - 1)
						- luma.at(x, y + 1));
			}
		}
		return (double) sum / Math.max(1, (right - left) * (bottom - top));
	}

	private static double noise(Luma luma) {
		int columns = Math.max(1, luma.width() / NOISE_TILE);
		int rows = Math.max(1, luma.height() / NOISE_TILE);
		double[] tiles = new double[columns * rows];
		for (int tile = 0; tile < tiles.length; tile++) {
			tiles[tile] = noise(luma, tile % columns * NOISE_TILE, tile / columns * NOISE_TILE);
		}
		return at(tiles, SMOOTHEST);
	}

	private static double noise(Luma luma, int left, int top) {
		long sum = 0;
		int count = 0;
		for (int y = top + 1; y < Math.min(top + NOISE_TILE, luma.height()) - 1; y++) {
			for (int x = left + 1; x < Math.min(left + NOISE_TILE, luma.width()) - 1; x++) {
				sum += Math.abs(difference(luma, x, y - 1) - 2 * difference(luma, x, y) + difference(luma, x, y + 1));
				count++;
			}
		}
		return Math.sqrt(Math.PI / 2) * sum / (6.0 * Math.max(1, count));
	}

	private static int difference(Luma luma, int x, int y) {
		return luma.at(x - 1, y) - 2 * luma.at(x, y) + luma.at(x + 1, y);
	}

	/** The value that a part of all are below. */
	private static double at(double[] values, double part) {
		Arrays.sort(values);
		return values[(int) (part * (values.length - 1))];
	}

	private static double rounded(double value) {
		return Math.round(100 * value) / 100.0;
	}

}
