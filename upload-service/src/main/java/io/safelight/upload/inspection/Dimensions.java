package io.safelight.upload.inspection;

/**
 * The size of a picture as it is to be looked at, orientation applied.
 *
 * @param width pixels from left to right, at least 1
 * @param height pixels from top to bottom, at least 1
 */
public record Dimensions(int width, int height) {

	public Dimensions {
		if (width < 1 || height < 1) {
			throw new IllegalArgumentException("A picture has at least one pixel, not " + width + " x " + height);
		}
	}

	public long pixels() {
		return (long) this.width * this.height;
	}

	public int longerSide() {
		return Math.max(this.width, this.height);
	}

	Dimensions turned() {
		return new Dimensions(this.height, this.width);
	}

}
