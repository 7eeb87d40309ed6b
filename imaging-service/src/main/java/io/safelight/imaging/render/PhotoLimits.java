package io.safelight.imaging.render;

import java.util.List;
import java.util.Locale;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * What is accepted, checked on the header before a single pixel is decoded.
 *
 * @param pixels the most pixels in all
 * @param side the most pixels along one side
 * @param profileBytes the largest colour profile
 * @param metadataBytes the most bytes of EXIF, XMP, IPTC, comments and the like together
 */
public record PhotoLimits(long pixels, int side, int profileBytes, int metadataBytes) {

	/**
	 * 100 megapixels, 30,000 pixels a side, 4 MiB of profile and 8 MiB of metadata: the
	 * history that some editors write into XMP has some.
	 */
	public static final PhotoLimits DEFAULT = new PhotoLimits(100_000_000, 30_000, 4 << 20, 8 << 20);

	/** What a decoder may fill with the picture before anything else is done with it. */
	private static final long DECODED_BYTES = 600_000_000;

	/** As words on a command line; {@link #ofArguments} reads them. */
	public List<String> asArguments() {
		return List.of(Long.toString(this.pixels), Integer.toString(this.side), Integer.toString(this.profileBytes),
				Integer.toString(this.metadataBytes));
	}

	public static PhotoLimits ofArguments(List<String> words) {
		return new PhotoLimits(Long.parseLong(words.get(0)), Integer.parseInt(words.get(1)),
				Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)));
	}

	void checkDimensions(long width, long height) throws UnusablePhotoException {
		if (width < 1 || height < 1) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file declares a picture without pixels.");
		}
		if (width > this.side || height > this.side || width * height > this.pixels) {
			throw new UnusablePhotoException(Reason.TOO_LARGE, String.format(Locale.ROOT,
					"The picture has %,d × %,d pixels; at most %,d megapixels and %,d pixels a side are accepted.",
					width, height, this.pixels / 1_000_000, this.side));
		}
	}

	/**
	 * Checks how much memory the picture takes as it is stored, uncompressed.
	 * @param bits of each component
	 */
	void checkDepth(long width, long height, long components, long bits) throws UnusablePhotoException {
		if (width * height * components * Math.max(8, bits) / 8 > DECODED_BYTES) {
			throw new UnusablePhotoException(Reason.TOO_LARGE,
					String.format(Locale.ROOT,
							"The picture has %,d × %,d pixels of %d bits; that many are accepted with 8 bits only.",
							width, height, components * bits));
		}
	}

	void checkProfile(long bytes) throws UnusablePhotoException {
		if (bytes > this.profileBytes) {
			throw new UnusablePhotoException(Reason.TOO_LARGE,
					"The file's colour profile is too large. Export it with a profile such as sRGB or Display P3.");
		}
	}

	void checkMetadata(long bytes) throws UnusablePhotoException {
		if (bytes > this.metadataBytes) {
			throw new UnusablePhotoException(Reason.TOO_LARGE,
					"The file holds too much metadata. Export it without its editing history.");
		}
	}

}
