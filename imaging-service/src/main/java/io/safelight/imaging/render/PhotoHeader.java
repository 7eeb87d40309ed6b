package io.safelight.imaging.render;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of its picture before any pixel is decoded.
 *
 * @param format the kind of file
 * @param width pixels as stored, before the orientation is applied
 * @param height pixels as stored
 * @param components colour components in each pixel as stored, alpha included
 * @param bitsPerComponent 1 to 32
 * @param pictures frames or pages
 * @param orientation how the stored picture is turned
 * @param iccProfile the embedded colour profile where this service has to apply it, null
 * if there is none or the decoder takes care of it
 */
record PhotoHeader(PhotoFormat format, int width, int height, int components, int bitsPerComponent, int pictures,
		Orientation orientation, byte @Nullable [] iccProfile) {

	long pixels() {
		return (long) this.width * this.height;
	}

	int longestSide() {
		return Math.max(this.width, this.height);
	}

}
