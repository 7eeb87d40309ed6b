package io.safelight.cloud.rekognition;

/**
 * A colour in CIELAB, D65.
 *
 * @param lightness 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
record Lab(double lightness, double a, double b) {

	private static final double EPSILON = 216.0 / 24389;

	private static final double KAPPA = 24389.0 / 27;

	/**
	 * Converts from sRGB (IEC 61966-2-1).
	 * @param rgb {@code 0xRRGGBB}
	 */
	static Lab of(int rgb) {
		double red = linear(rgb >> 16 & 0xFF);
		double green = linear(rgb >> 8 & 0xFF);
		double blue = linear(rgb & 0xFF);
		double x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
		double y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
		double z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
		return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
	}

	/**
	 * The square of the distance CIE76.
	 */
	double squaredDistance(Lab other) {
		double dl = this.lightness - other.lightness;
		double da = this.a - other.a;
		double db = this.b - other.b;
		return dl * dl + da * da + db * db;
	}

	private static double linear(int channel) {
		double value = channel / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static double curve(double value) {
		return (value > EPSILON) ? Math.cbrt(value) : (KAPPA * value + 16) / 116;
	}

}
