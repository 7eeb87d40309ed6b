package io.safelight.imaging.rendition;

import java.util.List;

import io.safelight.imaging.analysis.PhotoQuality;
import io.safelight.imaging.analysis.WeightedColour;
import org.jspecify.annotations.Nullable;

/**
 * The watermarked copies are there, and how the photograph looks.
 *
 * @param photoId the photograph
 * @param epoch repeats the command's
 * @param renditions the copies, smallest first
 * @param alternates the same copies in other formats, smallest first; may be none
 * @param colours the dominant colours, the most present first
 * @param placeholder a ThumbHash in Base64
 * @param fingerprint for finding similar photographs; see {@code Fingerprint}
 * @param quality how good it is technically, if it was measured
 * @param width of the upright original, in pixels
 * @param height of the upright original, in pixels
 */
record PublicRenditionsGenerated(String photoId, int epoch, List<StoredRendition> renditions,
		List<StoredRendition> alternates, List<WeightedColour> colours, String placeholder, String fingerprint,
		@Nullable PhotoQuality quality, int width, int height) {
}
