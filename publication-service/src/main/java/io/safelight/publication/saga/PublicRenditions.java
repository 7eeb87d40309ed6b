package io.safelight.publication.saga;

import java.util.List;

/**
 * What may be shown of a photo.
 *
 * @param renditions the watermarked files
 * @param colours its colours
 * @param placeholder a ThumbHash in base64
 * @param fingerprint base64 of little-endian 32-bit floats
 * @param width pixels of the original after the orientation was applied
 * @param height pixels of the original after the orientation was applied
 */
public record PublicRenditions(List<Rendition> renditions, List<Colour> colours, String placeholder, String fingerprint,
		int width, int height) {

	public PublicRenditions {
		renditions = List.copyOf(renditions);
		colours = List.copyOf(colours);
	}

}
