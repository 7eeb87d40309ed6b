package io.safelight.cloud.rekognition;

import java.util.Locale;

/**
 * A colour and how much of the picture has it.
 *
 * @param rgb {@code 0xRRGGBB}
 * @param percent of the pixels, 0 to 100
 */
record Colour(int rgb, double percent) {

	int red() {
		return this.rgb >> 16 & 0xFF;
	}

	int green() {
		return this.rgb >> 8 & 0xFF;
	}

	int blue() {
		return this.rgb & 0xFF;
	}

	String hexCode() {
		return String.format(Locale.ROOT, "#%06x", this.rgb);
	}

}
