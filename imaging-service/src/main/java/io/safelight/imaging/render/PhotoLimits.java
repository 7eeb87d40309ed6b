package io.safelight.imaging.render;

import java.util.List;
import java.util.Locale;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * What is accepted, checked on the header before a single pixel is decoded.
 *
 * @param pixels the most pixels in all
 * @param side the most pixels along one side
 */
public record PhotoLimits(long pixels, int side) {

	/** 100 megapixels, 30,000 pixels a side. */
	public static final PhotoLimits DEFAULT = new PhotoLimits(100_000_000, 30_000);

	/** As words on a command line; {@link #ofArguments} reads them. */
	public List<String> asArguments() {
		return List.of(Long.toString(this.pixels), Integer.toString(this.side));
	}

	public static PhotoLimits ofArguments(List<String> words) {
		return new PhotoLimits(Long.parseLong(words.get(0)), Integer.parseInt(words.get(1)));
	}

	void check(PhotoHeader header) throws UnusablePhotoException {
		if (header.width() < 1 || header.height() < 1) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file declares a picture without pixels.");
		}
		if (header.width() > this.side || header.height() > this.side || header.pixels() > this.pixels) {
			throw new UnusablePhotoException(Reason.TOO_LARGE, String.format(Locale.ROOT,
					"The picture has %,d × %,d pixels; at most %,d megapixels and %,d pixels a side are accepted.",
					header.width(), header.height(), this.pixels / 1_000_000, this.side));
		}
		if (header.pictures() != 1) {
			throw new UnusablePhotoException(Reason.SEVERAL_PICTURES,
					"The file holds an animation or several pages; send one picture per file.");
		}
	}

}
