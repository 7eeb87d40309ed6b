package io.safelight.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * The numbers of a picture as they are stored: Java would take grey for linear and
 * brighten it.
 */
final class Rgb {

	private Rgb() {
	}

	/** Red, green and blue of each pixel, row by row. */
	static int[] of(BufferedImage image) {
		int width = image.getWidth();
		if (image.getRaster().getNumBands() >= 3) {
			return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
		}
		Raster raster = image.getRaster();
		int[] grey = raster.getSamples(0, 0, width, image.getHeight(), 0, (int[]) null);
		for (int i = 0; i < grey.length; i++) {
			grey[i] *= 0x010101;
		}
		return grey;
	}

}
