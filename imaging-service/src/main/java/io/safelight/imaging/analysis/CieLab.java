package io.safelight.imaging.analysis;

/**
 * A colour in CIE 1976 L*a*b* relative to D65, where distances are roughly what the eye
 * sees. Formulae: IEC 61966-2-1 (sRGB to XYZ) and ISO/CIE 11664-4 (XYZ to L*a*b*).
 *
 * @param l lightness, 0 to 100
 * @param a from green to red
 * @param b from blue to yellow
 */
record CieLab(double l, double a, double b) {

	private static final double WHITE_X = 0.95047;

	private static final double WHITE_Z = 1.08883;

	private static final double DELTA = 6.0 / 29;

	private static final double[] LINEAR = linear();

	static CieLab ofRgb(int rgb) {
		double red = LINEAR[rgb >> 16 & 0xFF];
		double green = LINEAR[rgb >> 8 & 0xFF];
		double blue = LINEAR[rgb & 0xFF];
		double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
		double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
		double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
		return new CieLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
	}

	/** The nearest sRGB colour as {@code rrggbb}. */
	String hex() {
		double fy = (this.l + 16) / 116;
		double x = WHITE_X * inverse(fy + this.a / 500);
		double y = inverse(fy);
		double z = WHITE_Z * inverse(fy - this.b / 200);
		return "%02x%02x%02x".formatted(gamma(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
				gamma(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
				gamma(0.0556434 * x - 0.2040259 * y + 1.0572252 * z));
	}

	double squaredDistance(CieLab other) {
		double dl = this.l - other.l;
		double da = this.a - other.a;
		double db = this.b - other.b;
		return dl * dl + da * da + db * db;
	}

	private static double f(double t) {
		return (t > DELTA * DELTA * DELTA) ? Math.cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29;
	}

	private static double inverse(double t) {
		return (t > DELTA) ? t * t * t : 3 * DELTA * DELTA * (t - 4.0 / 29);
	}

	private static int gamma(double linear) {
		double value = (linear <= 0.0031308) ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
		return (int) Math.round(255 * Math.clamp(value, 0.0, 1.0));
	}

	private static double[] linear() {
		double[] table = new double[256];
		for (int i = 0; i < 256; i++) {
			double value = i / 255.0;
			table[i] = (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
		}
		return table;
	}

}
