package io.safelight.imaging.render;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.safelight.imaging.render.jpeg.JpegSettings;

/**
 * What is to be made of a photograph.
 *
 * @param seed decides where the watermark falls, such as the photograph's id
 * @param sizes what to make; sizes that would enlarge the picture are left out
 * @param jpeg how the file of each size is written
 * @param marked whether public sizes bear the watermark
 */
public record RenderRequest(String seed, List<RenditionSize> sizes, Map<RenditionSize, JpegSettings> jpeg,
		boolean marked) {

	public RenderRequest {
		sizes = List.copyOf(sizes);
		jpeg = Map.copyOf(jpeg);
		if (!jpeg.keySet().containsAll(sizes)) {
			throw new IllegalArgumentException("Each size needs its settings");
		}
	}

	/** The usual settings: all is marked that is public. */
	public static RenderRequest of(String seed, Collection<RenditionSize> sizes) {
		Map<RenditionSize, JpegSettings> jpeg = new EnumMap<>(RenditionSize.class);
		for (RenditionSize size : RenditionSize.values()) {
			jpeg.put(size, size.jpeg());
		}
		return new RenderRequest(seed, sizes.stream().distinct().toList(), jpeg, true);
	}

	/** How the file of a size is written. */
	JpegSettings settings(RenditionSize size) {
		return Objects.requireNonNull(this.jpeg.get(size), "Each size has its settings");
	}

	/** The same with other settings for files. */
	public RenderRequest with(Map<RenditionSize, JpegSettings> otherJpeg) {
		return new RenderRequest(this.seed, this.sizes, otherJpeg, this.marked);
	}

	/** The same without a watermark, to compare pictures by. */
	public RenderRequest unmarked() {
		return new RenderRequest(this.seed, this.sizes, this.jpeg, false);
	}

}
