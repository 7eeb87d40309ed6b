package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Makes copies of a photograph: decodes it once and reduces each size from the next
 * larger one. Every size is computed from the original's own dimensions, so that rounding
 * does not add up. Thread-safe.
 */
public final class PhotoRenderer {

	private final PhotoDecoder decoder;

	private final PixelBudget budget;

	public PhotoRenderer(PhotoLimits limits, PixelBudget budget) {
		this.decoder = new PhotoDecoder(limits);
		this.budget = budget;
	}

	/**
	 * Makes copies; waits while too many pixels are being worked on.
	 * @param original the photographer's file
	 * @param seed decides where the watermark falls, such as the photograph's id
	 * @param sizes what to make; sizes that would enlarge the picture are left out
	 * @throws UnusablePhotoException if the file is at fault
	 * @throws IOException if the machine is
	 * @throws InterruptedException if interrupted while waiting
	 */
	public RenderedPhoto render(Original original, String seed, Collection<RenditionSize> sizes)
			throws UnusablePhotoException, IOException, InterruptedException {
		PhotoHeader header = this.decoder.header(original);
		try (PixelBudget.Share _ = this.budget.acquire(header.pixels() * (header.bitsPerComponent() > 8 ? 3 : 1))) {
			return cascade(this.decoder.decode(original, header), header, seed, sizes);
		}
	}

	private static RenderedPhoto cascade(BufferedImage decoded, PhotoHeader header, String seed,
			Collection<RenditionSize> sizes) throws IOException, UnusablePhotoException {
		if (decoded.getWidth() != header.width() || decoded.getHeight() != header.height()) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file's header does not fit its picture.");
		}
		BufferedImage reduced = decoded;
		List<Rendition> renditions = new ArrayList<>();
		for (RenditionSize size : largestFirst(sizes, header.longestSide())) {
			reduced = reduce(reduced, header, size.longestSide());
			renditions.add(finish(reduced, header.orientation(), size, seed));
		}
		BufferedImage sample = header.orientation().apply(reduce(reduced, header, RenderedPhoto.SAMPLE_SIDE));
		boolean swapped = header.orientation().swapsSides();
		return new RenderedPhoto(swapped ? header.height() : header.width(), swapped ? header.width() : header.height(),
				List.copyOf(renditions), sample);
	}

	private static List<RenditionSize> largestFirst(Collection<RenditionSize> sizes, int longestSide) {
		return sizes.stream()
			.distinct()
			.filter((size) -> size.existsFor(longestSide))
			.sorted(Comparator.comparingInt(RenditionSize::longestSide).reversed())
			.toList();
	}

	private static BufferedImage reduce(BufferedImage image, PhotoHeader header, int longestSide) {
		if (longestSide >= header.longestSide()) {
			return image;
		}
		double scale = (double) longestSide / header.longestSide();
		return Pixels.reduce(image, scaled(header.width(), scale), scaled(header.height(), scale));
	}

	private static int scaled(int side, double scale) {
		return Math.max(1, (int) Math.round(side * scale));
	}

	private static Rendition finish(BufferedImage reduced, Orientation orientation, RenditionSize size, String seed)
			throws IOException {
		BufferedImage upright = orientation.apply(reduced);
		if (size.isPublic()) {
			upright = (upright == reduced) ? Pixels.copy(upright) : upright;
			Watermark.draw(upright, seed);
		}
		byte[] jpeg = JpegEncoder.encode(upright, size.quality(), size.isPublic());
		return Rendition.of(size, upright.getWidth(), upright.getHeight(), jpeg);
	}

}
