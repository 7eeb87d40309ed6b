package io.safelight.cli.chaos;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Small photographs, each different, made by code: 0.3 to 2 megapixels.
 */
final class Pictures {

	private static final int LEAST_WIDTH = 640;

	private static final int MOST_WIDTH = 1400;

	private static final int SHAPES = 40;

	private Pictures() {
	}

	static byte[] jpeg(long seed) {
		Random random = new Random(seed);
		int width = LEAST_WIDTH + random.nextInt(MOST_WIDTH - LEAST_WIDTH);
		int height = width * (random.nextBoolean() ? 3 : 2) / (random.nextBoolean() ? 4 : 3);
		BufferedImage picture = new BufferedImage(width, Math.max(480, height), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
		graphics.fillRect(0, 0, width, picture.getHeight());
		for (int shape = 0; shape < SHAPES; shape++) {
			graphics.setColor(colour(random));
			graphics.fillOval(random.nextInt(width), random.nextInt(picture.getHeight()), random.nextInt(width / 4),
					random.nextInt(width / 4));
		}
		graphics.dispose();
		return encoded(picture);
	}

	private static Color colour(Random random) {
		return new Color(random.nextInt(1 << 24));
	}

	private static byte[] encoded(BufferedImage picture) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(picture, "jpeg", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
