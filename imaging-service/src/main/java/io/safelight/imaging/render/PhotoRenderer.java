package io.safelight.imaging.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.PictureResizer;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies of a photograph: decodes it once into planes of luma and chroma, brings
 * them to sRGB, and makes the copies of them, the largest first. Its memory lies outside
 * the heap and is free again when it returns. Thread-safe.
 */
public final class PhotoRenderer {

	private final PhotoDecoder headers;

	private final PictureReader reader;

	private final PictureResizer resizer;

	private final PictureWriter writer;

	private final @Nullable PixelBudget budget;

	/** A renderer that uses what it finds on this machine. */
	public PhotoRenderer(PhotoLimits limits) {
		this(limits, RenderingMeans.found());
	}

	/** A renderer that waits while too many pixels are being worked on. */
	public PhotoRenderer(PhotoLimits limits, PixelBudget budget) {
		this(limits, RenderingMeans.found(), budget);
	}

	/** A renderer that uses some means and no others. */
	public PhotoRenderer(PhotoLimits limits, RenderingMeans means) {
		this(limits, means, null);
	}

	private PhotoRenderer(PhotoLimits limits, RenderingMeans means, @Nullable PixelBudget budget) {
		this.budget = budget;
		this.headers = new PhotoDecoder(limits);
		this.resizer = new PictureResizer(means.vectors());
		this.reader = new PictureReader(this.headers, means.codec(), this.resizer);
		this.writer = new PictureWriter(means.codec());
	}

	/**
	 * Makes copies.
	 * @param original the photographer's file
	 * @param sink gets each copy as soon as it is ready
	 * @return what there is to be learnt from the picture
	 * @throws UnusablePhotoException if the file is at fault
	 * @throws IOException if the machine is, or the sink
	 */
	public PhotoStudy render(Original original, RenderRequest request, RenditionSink sink)
			throws UnusablePhotoException, IOException {
		PhotoHeader header = this.headers.header(original);
		try (Arena memory = Arena.ofConfined()) {
			Picture stored = this.reader.read(memory, original, header);
			Cascade cascade = new Cascade(memory, this.resizer, stored, header.orientation().turn());
			for (RenditionSize size : largestFirst(request.sizes(), header.longestSide())) {
				finish(memory, cascade.copy(size.longestSide()), request, size, sink);
			}
			return study(stored, header, cascade);
		}
	}

	/**
	 * Makes copies and waits for all.
	 * @throws UnusablePhotoException if the file is at fault
	 * @throws IOException if the machine is
	 * @throws InterruptedException if interrupted while waiting for room
	 */
	public RenderedPhoto render(Original original, String seed, Collection<RenditionSize> sizes)
			throws UnusablePhotoException, IOException, InterruptedException {
		if (this.budget == null) {
			return collect(original, seed, sizes);
		}
		PhotoHeader header = this.headers.header(original);
		try (PixelBudget.Share _ = this.budget.acquire(header.pixels() * (header.bitsPerComponent() > 8 ? 3 : 1))) {
			return collect(original, seed, sizes);
		}
	}

	private RenderedPhoto collect(Original original, String seed, Collection<RenditionSize> sizes)
			throws UnusablePhotoException, IOException {
		List<Rendition> renditions = new ArrayList<>();
		PhotoStudy study = render(original, RenderRequest.of(seed, sizes),
				(rendition, picture) -> renditions.add(rendition));
		return new RenderedPhoto(study.width(), study.height(), List.copyOf(renditions), study.sample());
	}

	private static List<RenditionSize> largestFirst(Collection<RenditionSize> sizes, int longestSide) {
		return sizes.stream()
			.filter((size) -> size.existsFor(longestSide))
			.sorted(Comparator.comparingInt(RenditionSize::longestSide).reversed())
			.toList();
	}

	private void finish(Arena memory, Picture copy, RenderRequest request, RenditionSize size, RenditionSink sink)
			throws IOException {
		Picture picture = copy;
		if (size.isPublic() && request.marked()) {
			picture = copy.copy(memory);
			Watermark.draw(picture, request.seed());
		}
		byte[] jpeg = this.writer.write(picture, request.settings(size));
		sink.accept(Rendition.of(size, picture.width(), picture.height(), jpeg), picture);
	}

	private PhotoStudy study(Picture stored, PhotoHeader header, Cascade cascade) {
		// These outlive the rendering; the garbage collector frees them.
		Arena kept = Arena.ofAuto();
		Picture reduced = cascade.copy(PhotoStudy.REDUCED_SIDE).copy(kept);
		Picture detail = this.resizer.upright(kept, stored.middle(kept, PhotoStudy.DETAIL_SIDE),
				header.orientation().turn());
		BufferedImage sample = cascade.copy(PhotoStudy.SAMPLE_SIDE).toImage();
		return new PhotoStudy(cascade.width(), cascade.height(), sample, reduced, detail);
	}

}
