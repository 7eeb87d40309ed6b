package io.safelight.imaging.darkroom;

/**
 * Asked between header and pixels whether there is room for so many.
 */
@FunctionalInterface
interface Admission {

	/** Waits until so many pixels may be decoded. */
	void await(long pixels) throws InterruptedException;

}
