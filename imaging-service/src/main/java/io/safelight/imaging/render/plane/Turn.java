package io.safelight.imaging.render.plane;

/**
 * How a stored picture is turned to stand upright: first its axes are mirrored, then
 * perhaps exchanged.
 *
 * @param mirroredAcross whether the last column becomes the first
 * @param mirroredDown whether the last row becomes the first
 * @param exchanged whether columns then become rows
 */
public record Turn(boolean mirroredAcross, boolean mirroredDown, boolean exchanged) {

	/** Nothing to do. */
	public static final Turn NONE = new Turn(false, false, false);

}
