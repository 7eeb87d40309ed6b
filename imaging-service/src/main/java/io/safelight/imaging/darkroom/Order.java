package io.safelight.imaging.darkroom;

import java.util.List;

import io.safelight.imaging.render.RenditionSize;

/**
 * What to make of an original.
 *
 * @param seed decides where the watermark falls, such as the photograph's id
 * @param sizes which copies; sizes that would enlarge the picture are left out
 */
public record Order(String seed, List<RenditionSize> sizes) {

	public Order {
		sizes = List.copyOf(sizes);
	}

}
