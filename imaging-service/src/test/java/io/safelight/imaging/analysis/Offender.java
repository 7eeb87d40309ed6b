package io.safelight.imaging.analysis;

/**
 * Makes a tangle of two packages, to show that the rule notices.
 */
public final class Offender {

	public static final int SIZE = Integer.parseInt("12");

	public io.safelight.imaging.render.Offender other() {
		return new io.safelight.imaging.render.Offender();
	}

}
