package io.safelight.imaging.render.jpeg;

import io.safelight.imaging.render.plane.Picture;

/**
 * Which rows of blocks of a picture are written: all, or pieces from all over it, which
 * say enough about the codes that suit it.
 *
 * @param width pixels of each
 * @param height pixels of all together
 * @param strips how many
 * @param step one of so many is taken
 * @param rightmost where the last piece of one begins; pieces are taken in turn
 */
record Part(int width, int height, int strips, int step, int rightmost) {

	/** Pixels in a sample. */
	private static final int SAMPLE_PIXELS = 400_000;

	/** A sample only pays where it is a small part. */
	private static final int LARGE = 3 * SAMPLE_PIXELS;

	private static final int PIECES = 4;

	private static final int BLOCK = 8;

	static Part all(Picture picture) {
		return new Part(picture.width(), picture.height(), Math.ceilDiv(picture.height(), lines(picture)), 1, 0);
	}

	static Part sample(Picture picture) {
		Part all = all(picture);
		int piece = Math.ceilDiv(picture.width(), 2 * BLOCK * PIECES) * 2 * BLOCK;
		int step = Math.max(1, (int) ((long) piece * picture.height() / SAMPLE_PIXELS));
		int strips = Math.ceilDiv(all.strips, step);
		int width = Math.min(piece, picture.width());
		return new Part(width, strips * lines(picture), strips, step, (picture.width() - width) & -2 * BLOCK);
	}

	/** Whether codes are to be found in a sample. */
	static boolean suffices(Picture picture, JpegSettings settings) {
		return !settings.progressive() && settings.huffman() == Huffman.OPTIMISED
				&& (long) picture.width() * picture.height() >= LARGE;
	}

	/** Rows of pixels in a row of blocks. */
	static int lines(Picture picture) {
		return picture.isGrey() ? BLOCK : 2 * BLOCK;
	}

	/** Where the piece begins. */
	int left(int index) {
		return Math.min(index % PIECES * this.width, this.rightmost);
	}

	/** Which row of blocks it is. */
	int top(int index) {
		return index * this.step;
	}

}
