package io.safelight.pictures;

import java.awt.image.BufferedImage;

/**
 * How much two pictures of the same size are alike.
 *
 * @param psnr peak signal-to-noise ratio over red, green and blue, in decibels; 99 if
 * they are the same
 * @param ssim structural similarity of luma (Wang et al. 2004) in windows of 8 × 8
 * pixels, 4 apart; 1 if they are the same
 */
public record Likeness(double psnr, double ssim) {

	private static final int WINDOW = 8;

	private static final int STEP = 4;

	private static final double C1 = 0.01 * 255 * 0.01 * 255;

	private static final double C2 = 0.03 * 255 * 0.03 * 255;

	/**
	 * Compares two pictures.
	 * @throws IllegalArgumentException if their sizes differ
	 */
	public static Likeness of(BufferedImage one, BufferedImage other) {
		if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
			throw new IllegalArgumentException("%d × %d and %d × %d cannot be compared".formatted(one.getWidth(),
					one.getHeight(), other.getWidth(), other.getHeight()));
		}
		int[] left = Rgb.of(one);
		int[] right = Rgb.of(other);
		return new Likeness(psnr(left, right), ssim(luma(left), luma(right), one.getWidth(), one.getHeight()));
	}

	private static double psnr(int[] one, int[] other) {
		long squares = 0;
		for (int i = 0; i < one.length; i++) {
			for (int shift = 0; shift <= 16; shift += 8) {
				int difference = (one[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF);
				squares += (long) difference * difference;
			}
		}
		return (squares == 0) ? 99 : 10 * Math.log10(255.0 * 255 * 3 * one.length / squares);
	}

	private static float[] luma(int[] rgb) {
		float[] luma = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++) {
			luma[i] = 0.299f * (rgb[i] >> 16 & 0xFF) + 0.587f * (rgb[i] >> 8 & 0xFF) + 0.114f * (rgb[i] & 0xFF);
		}
		return luma;
	}

	private static double ssim(float[] one, float[] other, int width, int height) {
		double sum = 0;
		int windows = 0;
		int side = Math.min(WINDOW, Math.min(width, height));
		for (int y = 0; y + side <= height; y += STEP) {
			for (int x = 0; x + side <= width; x += STEP) {
				sum += ssim(one, other, y * width + x, width, side);
				windows++;
			}
		}
		return sum / windows;
	}

	private static double ssim(float[] one, float[] other, int start, int width, int side) {
		double sumOne = 0;
		double sumOther = 0;
		double squares = 0;
		double products = 0;
		double otherSquares = 0;
		for (int y = 0; y < side; y++) {
			for (int i = start + y * width; i < start + y * width + side; i++) {
				sumOne += one[i];
				sumOther += other[i];
				squares += one[i] * one[i];
				otherSquares += other[i] * other[i];
				products += one[i] * other[i];
			}
		}
		double count = side * side;
		double meanOne = sumOne / count;
		double meanOther = sumOther / count;
		double spreads = squares / count - meanOne * meanOne + otherSquares / count - meanOther * meanOther;
		double together = products / count - meanOne * meanOther;
		return (2 * meanOne * meanOther + C1) * (2 * together + C2)
				/ ((meanOne * meanOne + meanOther * meanOther + C1) * (spreads + C2));
	}

}
