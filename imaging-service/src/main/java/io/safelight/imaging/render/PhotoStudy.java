package io.safelight.imaging.render;

import java.awt.image.BufferedImage;

import io.safelight.imaging.render.plane.Picture;

/**
 * What there is to be learnt from a photograph by looking at it: upright, in sRGB and
 * unmarked.
 *
 * @param width pixels of the upright original
 * @param height pixels of the upright original
 * @param sample at most {@value #SAMPLE_SIDE} pixels a side: enough for how it looks
 * @param reduced at most {@value #REDUCED_SIDE} pixels a side: enough for how sharp it is
 * @param detail at most {@value #DETAIL_SIDE} pixels a side of the original's own, out of
 * its middle: they show its noise
 */
public record PhotoStudy(int width, int height, BufferedImage sample, Picture reduced, Picture detail) {

	/** Longest side of the sample in pixels. */
	public static final int SAMPLE_SIDE = RenderedPhoto.SAMPLE_SIDE;

	/** Longest side of the reduced picture in pixels. */
	public static final int REDUCED_SIDE = 800;

	/** Longest side of the detail in pixels. */
	public static final int DETAIL_SIDE = 512;

}
