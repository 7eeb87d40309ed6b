package io.safelight.search.colour;

/**
 * The distance of two colours by CIEDE2000 (ISO/CIE 11664-6), with all parametric factors
 * 1. Implemented after G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference
 * Formula: Implementation Notes, Supplementary Test Data, and Mathematical Observations",
 * Color Research and Application 30 (2005); the numbers of equations are theirs. About 1
 * is the least that people notice.
 */
public final class Ciede2000 {

	private static final double POW_25_7 = Math.pow(25, 7);

	private Ciede2000() {
	}

	/** The distance, the same in both directions. */
	public static double distance(Lab one, Lab two) {
		double meanChroma = (one.chroma() + two.chroma()) / 2;
		double g = 0.5 * (1 - saturation(meanChroma)); // (4)
		double a1 = (1 + g) * one.a(); // (5)
		double a2 = (1 + g) * two.a();
		double c1 = Math.hypot(a1, one.b()); // (6)
		double c2 = Math.hypot(a2, two.b());
		double h1 = hue(a1, one.b()); // (7)
		double h2 = hue(a2, two.b());
		double hueStep = hueStep(c1 * c2, h1, h2);
		double deltaL = two.l() - one.l(); // (8)
		double deltaC = c2 - c1; // (9)
		double deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(hueStep) / 2); // (11)
		return weighted(deltaL, deltaC, deltaH, (one.l() + two.l()) / 2, (c1 + c2) / 2, meanHue(c1 * c2, h1, h2));
	}

	private static double weighted(double deltaL, double deltaC, double deltaH, double meanL, double meanC,
			double meanH) {
		double t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6)
				- 0.20 * cos(4 * meanH - 63); // (15)
		double turn = 30 * Math.exp(-square((meanH - 275) / 25)); // (16)
		double rc = 2 * saturation(meanC); // (17)
		double sl = 1 + 0.015 * square(meanL - 50) / Math.sqrt(20 + square(meanL - 50)); // (18)
		double sc = 1 + 0.045 * meanC; // (19)
		double sh = 1 + 0.015 * meanC * t; // (20)
		double rt = -Math.sin(Math.toRadians(2 * turn)) * rc; // (21)
		double l = deltaL / sl;
		double c = deltaC / sc;
		double h = deltaH / sh;
		return Math.sqrt(Math.max(0, l * l + c * c + h * h + rt * c * h)); // (22)
	}

	private static double saturation(double chroma) {
		double pow = Math.pow(chroma, 7);
		return Math.sqrt(pow / (pow + POW_25_7));
	}

	private static double hue(double a, double b) {
		if (a == 0 && b == 0) {
			return 0;
		}
		double degrees = Math.toDegrees(Math.atan2(b, a));
		return (degrees < 0) ? degrees + 360 : degrees;
	}

	/** Equation (10): the step from one hue to the other, the short way round. */
	private static double hueStep(double chromas, double h1, double h2) {
		double step = h2 - h1;
		if (chromas == 0) {
			return 0;
		}
		if (step > 180) {
			return step - 360;
		}
		return (step < -180) ? step + 360 : step;
	}

	/** Equation (14): the hue between, on the shorter arc. */
	private static double meanHue(double chromas, double h1, double h2) {
		double sum = h1 + h2;
		if (chromas == 0) {
			return sum;
		}
		if (Math.abs(h1 - h2) <= 180) {
			return sum / 2;
		}
		return (sum < 360) ? (sum + 360) / 2 : (sum - 360) / 2;
	}

	private static double cos(double degrees) {
		return Math.cos(Math.toRadians(degrees));
	}

	private static double square(double value) {
		return value * value;
	}

}
