package io.safelight.imaging.render.plane;

/**
 * How much a sample counts by its distance.
 */
enum Filter {

	/** Sharp, with little aliasing: Lanczos' window of three lobes. */
	LANCZOS(3) {
		@Override
		double weight(double distance) {
			double x = Math.abs(distance);
			if (x < 1e-9) {
				return 1;
			}
			return (x < 3) ? sinc(x) * sinc(x / 3) : 0;
		}
	},

	/** The mean of what is covered: what encoders do when they halve chroma. */
	AREA(0.5) {
		@Override
		double weight(double distance) {
			return (Math.abs(distance) < 0.5 + 1e-9) ? 1 : 0;
		}
	};

	private final double radius;

	Filter(double radius) {
		this.radius = radius;
	}

	/** Beyond this distance nothing counts. */
	double radius() {
		return this.radius;
	}

	abstract double weight(double distance);

	private static double sinc(double x) {
		return Math.sin(Math.PI * x) / (Math.PI * x);
	}

}
