package io.safelight.imaging.render.jpeg;

/**
 * How a JPEG file is written. Chroma is halved both ways, always.
 *
 * @param quality 1 to 100, as libjpeg understands it
 * @param progressive whether it can be shown before all of it has come; its codes are
 * always optimised
 * @param huffman which codes are used otherwise
 */
public record JpegSettings(int quality, boolean progressive, Huffman huffman) {

	public JpegSettings {
		if (quality < 1 || quality > 100) {
			throw new IllegalArgumentException("quality must be 1 to 100, not " + quality);
		}
	}

	/** One scan, optimised codes. */
	public static JpegSettings baseline(int quality) {
		return new JpegSettings(quality, false, Huffman.OPTIMISED);
	}

	/** Several scans. */
	public static JpegSettings progressive(int quality) {
		return new JpegSettings(quality, true, Huffman.OPTIMISED);
	}

}
