package io.safelight.imaging.analysis;

/**
 * The brightness of a picture, one byte a pixel, row by row.
 *
 * @param width pixels
 * @param height pixels
 * @param stride bytes from one row to the next
 * @param values 0 to 255 each; not to be changed
 */
public record Luma(int width, int height, int stride, byte[] values) {

	int at(int x, int y) {
		return this.values[y * this.stride + x] & 0xFF;
	}

}
