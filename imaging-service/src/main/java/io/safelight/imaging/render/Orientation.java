package io.safelight.imaging.render;

import java.awt.image.BufferedImage;

/**
 * How a stored picture must be turned to stand upright: the eight values of EXIF's tag
 * 0x0112 (CIPA DC-008, §4.6.4), in their order. Each is a matrix of −1, 0 and 1.
 */
enum Orientation {

	UPRIGHT(1, 0, 0, 1), MIRRORED(-1, 0, 0, 1), UPSIDE_DOWN(-1, 0, 0, -1), FLIPPED(1, 0, 0, -1), TRANSPOSED(0, 1, 1, 0),
	TURN_CLOCKWISE(0, -1, 1, 0), TRANSVERSED(0, -1, -1, 0), TURN_ANTICLOCKWISE(0, 1, -1, 0);

	/** Pixels a side of the tiles that are copied: both ends then stay in the cache. */
	private static final int TILE = 64;

	private final int xFromX;

	private final int xFromY;

	private final int yFromX;

	private final int yFromY;

	Orientation(int xFromX, int xFromY, int yFromX, int yFromY) {
		this.xFromX = xFromX;
		this.xFromY = xFromY;
		this.yFromX = yFromX;
		this.yFromY = yFromY;
	}

	/** The orientation for a value of the tag; values out of range mean upright. */
	static Orientation of(int exifValue) {
		return (exifValue >= 1 && exifValue <= 8) ? values()[exifValue - 1] : UPRIGHT;
	}

	/** Whether width and height change places. */
	boolean swapsSides() {
		return this.xFromX == 0;
	}

	/**
	 * A copy standing upright, or the picture itself if it does already.
	 * @param stored of {@link Pixels#TYPE}
	 */
	BufferedImage apply(BufferedImage stored) {
		if (this == UPRIGHT) {
			return stored;
		}
		int width = swapsSides() ? stored.getHeight() : stored.getWidth();
		int height = swapsSides() ? stored.getWidth() : stored.getHeight();
		BufferedImage upright = Pixels.blank(width, height);
		for (int y = 0; y < stored.getHeight(); y += TILE) {
			for (int x = 0; x < stored.getWidth(); x += TILE) {
				copyTile(stored, upright, x, y);
			}
		}
		return upright;
	}

	private void copyTile(BufferedImage stored, BufferedImage upright, int left, int top) {
		byte[] from = Pixels.bytes(stored);
		byte[] to = Pixels.bytes(upright);
		int width = upright.getWidth();
		int originX = (this.xFromX + this.xFromY < 0) ? width - 1 : 0;
		int originY = (this.yFromX + this.yFromY < 0) ? upright.getHeight() - 1 : 0;
		int step = 3 * (this.yFromX * width + this.xFromX);
		int right = Math.min(left + TILE, stored.getWidth());
		for (int y = top; y < Math.min(top + TILE, stored.getHeight()); y++) {
			int source = 3 * (y * stored.getWidth() + left);
			int targetX = originX + this.xFromX * left + this.xFromY * y;
			int targetY = originY + this.yFromX * left + this.yFromY * y;
			int target = 3 * (targetY * width + targetX);
			for (int x = left; x < right; x++, source += 3, target += step) {
				to[target] = from[source];
				to[target + 1] = from[source + 1];
				to[target + 2] = from[source + 2];
			}
		}
	}

}
