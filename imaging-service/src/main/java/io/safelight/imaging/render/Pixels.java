package io.safelight.imaging.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

import net.coobird.thumbnailator.resizers.ProgressiveBilinearResizer;

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

	/** The same picture with bytes of its own. */
	static BufferedImage copy(BufferedImage image) {
		BufferedImage copy = blank(image.getWidth(), image.getHeight());
		byte[] bytes = bytes(image);
		System.arraycopy(bytes, 0, bytes(copy), 0, bytes.length);
		return copy;
	}

	/** A smooth reduction; halves as often as it can, so that every pixel counts. */
	static BufferedImage reduce(BufferedImage image, int width, int height) {
		if (width == image.getWidth() && height == image.getHeight()) {
			return image;
		}
		BufferedImage reduced = blank(width, height);
		new ProgressiveBilinearResizer().resize(image, reduced);
		return reduced;
	}

}
