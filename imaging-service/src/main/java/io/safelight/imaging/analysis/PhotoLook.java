package io.safelight.imaging.analysis;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How a photograph looks. The same picture always gives the same description.
 *
 * @param colours the dominant colours, the most present first
 * @param placeholder a ThumbHash in Base64, to be shown while a rendition loads
 * @param fingerprint a vector of unit length; similar pictures have a large dot product
 */
public record PhotoLook(List<WeightedColour> colours, String placeholder, Fingerprint fingerprint) {

	/**
	 * Describes a picture.
	 * @param sample upright and in sRGB, at most 100 pixels a side
	 */
	public static PhotoLook of(BufferedImage sample) {
		int[] rgb = sample.getRGB(0, 0, sample.getWidth(), sample.getHeight(), null, 0, sample.getWidth());
		return new PhotoLook(DominantColours.of(rgb), ThumbHash.encode(sample.getWidth(), sample.getHeight(), rgb),
				Fingerprint.of(sample.getWidth(), sample.getHeight(), rgb));
	}

}
