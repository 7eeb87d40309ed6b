package io.safelight.imaging.render.plane;

/**
 * Which samples make which, along one side. Extents are the true lengths in samples and
 * need not be whole: 1001 pixels are 500.5 samples of halved chroma, held in 501.
 *
 * @param from samples at hand
 * @param fromExtent how many of them the picture really covers
 * @param to samples to make
 * @param toExtent how many of them the picture really covers
 * @param mirrored whether the last becomes the first
 * @param filter how samples are weighed
 */
record Axis(int from, double fromExtent, int to, double toExtent, boolean mirrored, Filter filter) {

	static Axis of(int fromPixels, int fromSampling, int toPixels, int toSampling, boolean mirrored, Filter filter) {
		return new Axis(Math.ceilDiv(fromPixels, fromSampling), (double) fromPixels / fromSampling,
				Math.ceilDiv(toPixels, toSampling), (double) toPixels / toSampling, mirrored, filter);
	}

	/** Samples at hand for one to make. */
	double scale() {
		return this.fromExtent / this.toExtent;
	}

	/** Whether every sample is made of just one. */
	boolean isCopy() {
		boolean whole = this.fromExtent == this.from;
		return this.from == this.to && this.fromExtent == this.toExtent && (whole || !this.mirrored);
	}

}
