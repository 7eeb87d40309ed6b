package io.safelight.cloud.rekognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A small copy of a picture in sRGB.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb the pixels row by row, as {@code 0xRRGGBB}
 */
record Picture(int width, int height, int[] rgb) {

	/**
	 * Makes a copy of an image whose sides are not longer than a limit. Profiles are
	 * converted to sRGB, transparency is laid on white.
	 * @param image the image
	 * @param longest the limit in pixels
	 */
	static Picture of(BufferedImage image, int longest) {
		double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
		int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
		BufferedImage step = image;
		// Bilinear looks at four pixels only: more than a halving at once would skip
		// some.
		while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
			step = drawn(step, step.getWidth() / 2, step.getHeight() / 2);
		}
		BufferedImage last = drawn(step, width, height);
		int[] rgb = last.getRGB(0, 0, width, height, null, 0, width);
		for (int i = 0; i < rgb.length; i++) {
			rgb[i] &= 0xFFFFFF;
		}
		return new Picture(width, height, rgb);
	}

	/**
	 * Luma of ITU-R BT.601, 0 to 255.
	 */
	double luma(int x, int y) {
		int pixel = this.rgb[y * this.width + x];
		return 0.299 * (pixel >> 16) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
	}

	private static BufferedImage drawn(BufferedImage image, int width, int height) {
		BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = copy.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		graphics.drawImage(image, 0, 0, width, height, null);
		graphics.dispose();
		return copy;
	}

}
