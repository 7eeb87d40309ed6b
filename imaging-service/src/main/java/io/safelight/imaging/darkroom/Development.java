package io.safelight.imaging.darkroom;

import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;

/**
 * What the work on an original has found out besides its copies.
 *
 * @param width of the upright original, in pixels
 * @param height of the upright original, in pixels
 * @param colours the dominant colours, the most present first
 * @param placeholder a ThumbHash in Base64
 * @param fingerprint for finding similar photographs, in Base64
 * @param quality how good it is technically
 */
public record Development(int width, int height, List<WeightedColour> colours, String placeholder, String fingerprint,
		PhotoQuality quality) {

	public Development {
		colours = List.copyOf(colours);
	}

}
