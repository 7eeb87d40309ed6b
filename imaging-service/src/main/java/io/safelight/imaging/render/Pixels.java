package io.safelight.imaging.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * The one layout in which pictures are worked on: sRGB, three bytes a pixel, opaque.
 */
final class Pixels {

	/** The type of every picture between decoder and encoder. */
	static final int TYPE = BufferedImage.TYPE_3BYTE_BGR;

	private Pixels() {
	}

	static BufferedImage blank(int width, int height) {
		return new BufferedImage(width, height, TYPE);
	}

	/** The very bytes of a picture made by {@link #blank}: blue, green, red. */
	static byte[] bytes(BufferedImage image) {
		return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
	}

	/** An opaque copy in {@link #TYPE}; what was transparent becomes white. */
	static BufferedImage opaque(BufferedImage image) {
		BufferedImage copy = blank(image.getWidth(), image.getHeight());
		Graphics2D graphics = copy.createGraphics();
		graphics.drawImage(image, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return copy;
	}

}
