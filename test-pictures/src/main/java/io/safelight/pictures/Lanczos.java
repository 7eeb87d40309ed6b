package io.safelight.pictures;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/**
 * Reduces pictures slowly and well, to compare others with: Lanczos' window of three
 * lobes over red, green and blue at once, in floating point from the first to the last.
 */
public final class Lanczos {

	private static final int LOBES = 3;

	private Lanczos() {
	}

	/** A picture of exactly that size. */
	public static BufferedImage resize(BufferedImage image, int width, int height) {
		double[][] across = weights(image.getWidth(), width);
		double[][] down = weights(image.getHeight(), height);
		Map<Integer, float[]> rows = new HashMap<>();
		BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			int first = (int) down[y][0];
			double[] sums = new double[3 * width];
			for (int tap = 1; tap < down[y].length; tap++) {
				float[] row = rows.computeIfAbsent(first + tap - 1, (from) -> row(image, from, across));
				for (int i = 0; i < sums.length; i++) {
					sums[i] += down[y][tap] * row[i];
				}
			}
			rows.keySet().removeIf((row) -> row < first);
			for (int x = 0; x < width; x++) {
				resized.setRGB(x, y, tone(sums[3 * x]) << 16 | tone(sums[3 * x + 1]) << 8 | tone(sums[3 * x + 2]));
			}
		}
		return resized;
	}

	private static float[] row(BufferedImage image, int y, double[][] across) {
		int[] rgb = Rgb.of(image.getSubimage(0, y, image.getWidth(), 1));
		float[] row = new float[3 * across.length];
		for (int x = 0; x < across.length; x++) {
			int first = (int) across[x][0];
			double red = 0;
			double green = 0;
			double blue = 0;
			for (int tap = 1; tap < across[x].length; tap++) {
				int pixel = rgb[first + tap - 1];
				red += across[x][tap] * (pixel >> 16 & 0xFF);
				green += across[x][tap] * (pixel >> 8 & 0xFF);
				blue += across[x][tap] * (pixel & 0xFF);
			}
			row[3 * x] = (float) red;
			row[3 * x + 1] = (float) green;
			row[3 * x + 2] = (float) blue;
		}
		return row;
	}

	/** For each sample to make: the first that counts, then what each counts. */
	private static double[][] weights(int from, int to) {
		double scale = (double) from / to;
		double stretch = Math.max(1, scale);
		double[][] weights = new double[to][];
		for (int i = 0; i < to; i++) {
			double middle = (i + 0.5) * scale - 0.5;
			int first = Math.max(0, (int) Math.ceil(middle - LOBES * stretch));
			int last = Math.min(from - 1, (int) Math.floor(middle + LOBES * stretch));
			weights[i] = new double[last - first + 2];
			double sum = 0;
			for (int at = first; at <= last; at++) {
				weights[i][at - first + 1] = window((at - middle) / stretch);
				sum += weights[i][at - first + 1];
			}
			for (int tap = 1; tap < weights[i].length; tap++) {
				weights[i][tap] /= sum;
			}
			weights[i][0] = first;
		}
		return weights;
	}

	private static double window(double x) {
		if (Math.abs(x) < 1e-9) {
			return 1;
		}
		double angle = Math.PI * x;
		return (Math.abs(x) < LOBES) ? LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle) : 0;
	}

	private static int tone(double value) {
		return Math.clamp(Math.round(value), 0, 255);
	}

}
