package io.safelight.imaging.analysis;

import java.util.Base64;

/**
 * A picture in about twenty-five bytes, to be shown blurred while the real one loads.
 * Written after the reference implementation of ThumbHash by Evan Wallace (MIT licence,
 * <a href="https://evanw.github.io/thumbhash/">evanw.github.io/thumbhash</a>), for opaque
 * pictures only; any ThumbHash decoder shows it.
 */
final class ThumbHash {

	private static final int LUMINANCE_TERMS = 7;

	private ThumbHash() {
	}

	/**
	 * Encodes an opaque picture.
	 * @param rgb row by row, as {@code 0xRRGGBB}
	 * @return the hash in Base64
	 */
	static String encode(int width, int height, int[] rgb) {
		double longest = Math.max(width, height);
		int termsX = (int) Math.max(1, Math.round(LUMINANCE_TERMS * width / longest));
		int termsY = (int) Math.max(1, Math.round(LUMINANCE_TERMS * height / longest));
		Channel l = new Channel(Math.max(3, termsX), Math.max(3, termsY));
		Channel p = new Channel(3, 3);
		Channel q = new Channel(3, 3);
		transform(width, height, rgb, l, p, q);
		boolean landscape = width > height;
		int header24 = round(63 * l.constant) | round(31.5 + 31.5 * p.constant) << 6
				| round(31.5 + 31.5 * q.constant) << 12 | round(31 * l.scale()) << 18;
		int header16 = (landscape ? termsY : termsX) | round(63 * p.scale()) << 3 | round(63 * q.scale()) << 9
				| (landscape ? 1 << 15 : 0);
		byte[] hash = new byte[5 + (l.count + p.count + q.count + 1) / 2];
		putLittleEndian(hash, 0, header24, 3);
		putLittleEndian(hash, 3, header16, 2);
		int nibble = 10;
		for (Channel channel : new Channel[] { l, p, q }) {
			nibble = channel.put(hash, nibble);
		}
		return Base64.getEncoder().encodeToString(hash);
	}

	private static void transform(int width, int height, int[] rgb, Channel l, Channel p, Channel q) {
		double[] luminance = new double[rgb.length];
		double[] yellowBlue = new double[rgb.length];
		double[] redGreen = new double[rgb.length];
		for (int i = 0; i < rgb.length; i++) {
			double red = (rgb[i] >> 16 & 0xFF) / 255.0;
			double green = (rgb[i] >> 8 & 0xFF) / 255.0;
			double blue = (rgb[i] & 0xFF) / 255.0;
			luminance[i] = (red + green + blue) / 3;
			yellowBlue[i] = (red + green) / 2 - blue;
			redGreen[i] = red - green;
		}
		l.transform(width, height, luminance);
		p.transform(width, height, yellowBlue);
		q.transform(width, height, redGreen);
	}

	private static void putLittleEndian(byte[] bytes, int offset, int value, int count) {
		for (int i = 0; i < count; i++) {
			bytes[offset + i] = (byte) (value >> 8 * i);
		}
	}

	/** As JavaScript rounds, which the reference does. */
	private static int round(double value) {
		return (int) Math.floor(value + 0.5);
	}

	/** The low frequencies of one colour channel: a triangle of cosine terms. */
	private static final class Channel {

		private final int termsX;

		private final int termsY;

		private final double[] varying;

		private int count;

		private double constant;

		private Channel(int termsX, int termsY) {
			this.termsX = termsX;
			this.termsY = termsY;
			this.varying = new double[termsX * termsY];
		}

		private void transform(int width, int height, double[] values) {
			for (int cy = 0; cy < this.termsY; cy++) {
				for (int cx = 0; cx * this.termsY < this.termsX * (this.termsY - cy); cx++) {
					double term = term(width, height, values, cx, cy);
					if (cx > 0 || cy > 0) {
						this.varying[this.count++] = term;
					}
					else {
						this.constant = term;
					}
				}
			}
		}

		private static double term(int width, int height, double[] values, int cx, int cy) {
			double sum = 0;
			for (int y = 0; y < height; y++) {
				double fy = Math.cos(Math.PI / height * cy * (y + 0.5));
				for (int x = 0; x < width; x++) {
					sum += values[x + y * width] * Math.cos(Math.PI / width * cx * (x + 0.5)) * fy;
				}
			}
			return sum / (width * height);
		}

		private double scale() {
			double scale = 0;
			for (int i = 0; i < this.count; i++) {
				scale = Math.max(scale, Math.abs(this.varying[i]));
			}
			return scale;
		}

		private int put(byte[] hash, int firstNibble) {
			double scale = scale();
			for (int i = 0; i < this.count; i++) {
				int nibble = firstNibble + i;
				double value = (scale > 0) ? 0.5 + 0.5 / scale * this.varying[i] : this.varying[i];
				hash[nibble >> 1] |= (byte) (round(15 * value) << ((nibble & 1) << 2));
			}
			return firstNibble + this.count;
		}

	}

}
