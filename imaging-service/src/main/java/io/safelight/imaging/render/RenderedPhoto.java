package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What was made of one original.
 *
 * @param width pixels of the upright original
 * @param height pixels of the upright original
 * @param renditions the sizes asked for that exist, largest first
 * @param sample the upright picture, unmarked, at most {@value #SAMPLE_SIDE} pixels a
 * side: enough to describe how it looks
 */
public record RenderedPhoto(int width, int height, List<Rendition> renditions, BufferedImage sample) {

	/** Longest side of the sample in pixels. */
	public static final int SAMPLE_SIDE = 96;

}
