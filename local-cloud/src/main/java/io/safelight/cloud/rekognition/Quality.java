package io.safelight.cloud.rekognition;

/**
 * How bright, sharp and rich in contrast a picture is, each from 0 to 100. AWS does not
 * publish its formulas; these are the usual ones, so the order of pictures is comparable
 * with AWS's and the numbers themselves are not.
 *
 * @param brightness the mean luma
 * @param sharpness grows with the variance of the Laplacian
 * @param contrast the standard deviation of luma, 100 being half black and half white
 */
record Quality(double brightness, double sharpness, double contrast) {

	// The variance at which sharpness is 63; ordinary photographs lie around it.
	private static final double USUAL_VARIANCE = 400;

	static Quality of(Picture picture) {
		Spread luma = new Spread();
		Spread edges = new Spread();
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				luma.add(picture.luma(x, y));
				if (x > 0 && y > 0 && x < picture.width() - 1 && y < picture.height() - 1) {
					edges.add(laplacian(picture, x, y));
				}
			}
		}
		return new Quality(luma.mean() / 2.55, 100 * (1 - Math.exp(-edges.variance() / USUAL_VARIANCE)),
				Math.min(100, Math.sqrt(luma.variance()) / 1.275));
	}

	private static double laplacian(Picture picture, int x, int y) {
		return picture.luma(x - 1, y) + picture.luma(x + 1, y) + picture.luma(x, y - 1) + picture.luma(x, y + 1)
				- 4 * picture.luma(x, y);
	}

	/**
	 * Mean and variance of numbers as they come (Welford).
	 */
	private static final class Spread {

		private long count;

		private double mean;

		private double squares;

		void add(double value) {
			this.count++;
			double before = value - this.mean;
			this.mean += before / this.count;
			this.squares += before * (value - this.mean);
		}

		double mean() {
			return this.mean;
		}

		double variance() {
			return (this.count == 0) ? 0 : this.squares / this.count;
		}

	}

}
