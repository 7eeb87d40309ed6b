package io.safelight.imaging.darkroom;

import java.util.List;

import io.safelight.imaging.render.RenditionSize;

/**
 * What to make of an original.
 *
 * @param seed decides where the watermark falls, such as the photograph's id
 * @param sizes which copies; sizes that would enlarge the picture are left out
 * @param webp whether public sizes are made as WebP too, where there is an encoder
 */
public record Order(String seed, List<RenditionSize> sizes, boolean webp) {

	public Order {
		sizes = List.copyOf(sizes);
	}

}
