package io.safelight.imaging.analysis;

/**
 * How good a photograph is technically, as numbers that mean the same for every size.
 *
 * @param sharpness 0 (blurred) to 100: how much detail there is where there is most of
 * it, looked at as large as a screen
 * @param brightness 0 (black) to 100 (white), the mean
 * @param contrast 0 (one tone) to 100, twice the standard deviation of brightness
 * @param clipped percent of the pixels that are quite black or quite white
 * @param noise standard deviation of the noise in the original's own pixels, in steps of
 * 1/255
 */
public record PhotoQuality(double sharpness, double brightness, double contrast, double clipped, double noise) {

	/**
	 * Measures a photograph.
	 * @param reduced the whole picture, as large as a screen
	 * @param detail a piece of the original, pixel by pixel
	 */
	public static PhotoQuality of(Luma reduced, Luma detail) {
		return QualityMeasures.of(reduced, detail);
	}

}
