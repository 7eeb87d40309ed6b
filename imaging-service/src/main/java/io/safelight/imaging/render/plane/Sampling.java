package io.safelight.imaging.render.plane;

/**
 * How many pixels one sample of chroma stands for.
 *
 * @param across pixels in a row: 1, 2 or 4
 * @param down rows: 1, 2 or 4
 */
public record Sampling(int across, int down) {

	/** A sample for each pixel (4:4:4). */
	public static final Sampling FULL = new Sampling(1, 1);

	/** A sample for four pixels (4:2:0), as every copy has. */
	public static final Sampling QUARTER = new Sampling(2, 2);

	/** Samples in a row of so many pixels. */
	public int columns(int width) {
		return Math.ceilDiv(width, this.across);
	}

	/** Rows of samples for so many rows of pixels. */
	public int rows(int height) {
		return Math.ceilDiv(height, this.down);
	}

}
