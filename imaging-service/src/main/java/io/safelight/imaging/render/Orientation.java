package io.safelight.imaging.render;

import io.safelight.imaging.render.plane.Turn;

/**
 * How a stored picture must be turned to stand upright: the eight values of EXIF's tag
 * 0x0112 (CIPA DC-008, §4.6.4), in their order.
 */
enum Orientation {

	UPRIGHT(false, false, false), MIRRORED(true, false, false), UPSIDE_DOWN(true, true, false),
	FLIPPED(false, true, false), TRANSPOSED(false, false, true), TURN_CLOCKWISE(false, true, true),
	TRANSVERSED(true, true, true), TURN_ANTICLOCKWISE(true, false, true);

	private final Turn turn;

	Orientation(boolean mirroredAcross, boolean mirroredDown, boolean exchanged) {
		this.turn = new Turn(mirroredAcross, mirroredDown, exchanged);
	}

	/** The orientation for a value of the tag; values out of range mean upright. */
	static Orientation of(int exifValue) {
		return (exifValue >= 1 && exifValue <= 8) ? values()[exifValue - 1] : UPRIGHT;
	}

	/** What is to be done. */
	Turn turn() {
		return this.turn;
	}

	/** Whether width and height change places. */
	boolean swapsSides() {
		return this.turn.exchanged();
	}

}
