package io.safelight.imaging.render;

import java.io.IOException;

/**
 * Says what the decoding of an original would take, from its header alone. Thread-safe.
 */
public final class PhotoInspector {

	/** Pixels of more than eight bits a component count as so many. */
	private static final int DEEP = 3;

	private final PhotoDecoder decoder;

	public PhotoInspector(PhotoLimits limits) {
		this.decoder = new PhotoDecoder(limits);
	}

	/**
	 * Checks the header.
	 * @return how many pixels to ask for in a {@link PixelBudget}
	 * @throws UnusablePhotoException if the file is refused by its header
	 */
	public long pixelsToDecode(Original original) throws IOException, UnusablePhotoException {
		PhotoHeader header = this.decoder.header(original);
		return header.pixels() * ((header.bitsPerComponent() > 8) ? DEEP : 1);
	}

}
