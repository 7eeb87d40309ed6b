package io.safelight.search.colour;

/**
 * A colour in CIE 1976 L*a*b* relative to D65. Formulae: IEC 61966-2-1 (sRGB to XYZ) and
 * ISO/CIE 11664-4 (XYZ to L*a*b*).
 *
 * @param l lightness, 0 to 100
 * @param a from green to red
 * @param b from blue to yellow
 */
public record Lab(double l, double a, double b) {

	private static final double WHITE_X = 0.95047;

	private static final double WHITE_Z = 1.08883;

	private static final double DELTA = 6.0 / 29;

	/**
	 * Reads a colour of six hex digits.
	 * @throws NumberFormatException if it is none
	 */
	public static Lab ofHex(String hex) {
		int rgb = Integer.parseInt(hex, 16);
		double red = linear(rgb >> 16 & 0xFF);
		double green = linear(rgb >> 8 & 0xFF);
		double blue = linear(rgb & 0xFF);
		double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
		double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
		double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
		return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static double f(double t) {
		return (t > DELTA * DELTA * DELTA) ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
	}

	double chroma() {
		return Math.hypot(this.a, this.b);
	}

}
