package io.safelight.imaging.analysis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * What makes two photographs look alike, as {@value #DIMENSIONS} numbers after the colour
 * layout and edge histogram descriptors of MPEG-7 (ISO/IEC 15938-3, §6.6 and §8.3):
 * <ul>
 * <li>0–34: colour layout, the first 15 luminance, 10 blue and 10 red cosine terms of an
 * 8×8 thumbnail in zigzag order;</li>
 * <li>35–114: edge histogram, five kinds of edge (vertical, horizontal, 45°, 135°, none
 * of these) in each of 4×4 parts of the picture;</li>
 * <li>115–119: the same five over the whole picture.</li>
 * </ul>
 * Each of the two halves has the same length, the whole has length 1: the dot product of
 * two fingerprints is their cosine.
 */
public final class Fingerprint {

	/** Length of every fingerprint; the layout's version is this number. */
	public static final int DIMENSIONS = ColourLayout.TERMS + EdgeHistogram.BINS;

	private final float[] values;

	private Fingerprint(float[] values) {
		this.values = values;
	}

	static Fingerprint of(int width, int height, int[] rgb) {
		double[] colours = unit(ColourLayout.of(width, height, rgb));
		double[] edges = unit(EdgeHistogram.of(width, height, rgb));
		double[] both = new double[DIMENSIONS];
		System.arraycopy(colours, 0, both, 0, colours.length);
		System.arraycopy(edges, 0, both, colours.length, edges.length);
		double[] whole = unit(both);
		float[] values = new float[DIMENSIONS];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) whole[i];
		}
		return new Fingerprint(values);
	}

	/** The cosine: 1 for the same picture, about 0 for unrelated ones. */
	public double similarity(Fingerprint other) {
		double sum = 0;
		for (int i = 0; i < this.values.length; i++) {
			sum += this.values[i] * other.values[i];
		}
		return sum;
	}

	/** The numbers as little-endian 32-bit floats, in Base64. */
	public String base64() {
		ByteBuffer bytes = ByteBuffer.allocate(4 * this.values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (float value : this.values) {
			bytes.putFloat(value);
		}
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	float[] values() {
		return this.values.clone();
	}

	private static double[] unit(double[] vector) {
		double square = 0;
		for (double value : vector) {
			square += value * value;
		}
		double length = Math.sqrt(square);
		double[] unit = vector.clone();
		for (int i = 0; i < unit.length && length > 0; i++) {
			unit[i] /= length;
		}
		return unit;
	}

}
