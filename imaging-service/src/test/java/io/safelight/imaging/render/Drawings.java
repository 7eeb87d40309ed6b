package io.safelight.imaging.render;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/**
 * Pictures drawn by code, and ways to look at them.
 */
public final class Drawings {

	private Drawings() {
	}

	/** One colour all over. */
	public static BufferedImage plain(int width, int height, Color colour) {
		BufferedImage image = Pixels.blank(width, height);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(colour);
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		return image;
	}

	/** A landscape of sorts: sky, sun and grass. */
	public static BufferedImage landscape(int width, int height) {
		BufferedImage image = Pixels.blank(width, height);
		Graphics2D graphics = image.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, new Color(40, 90, 200), 0, height, new Color(180, 210, 240)));
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(new Color(250, 220, 80));
		graphics.fillOval(width / 8, height / 8, height / 4, height / 4);
		graphics.setColor(new Color(40, 110, 30));
		graphics.fillRect(0, height * 2 / 3, width, height);
		graphics.dispose();
		return image;
	}

	/** Four quarters: red, green, blue and white, clockwise from the top left. */
	public static BufferedImage quarters(int width, int height) {
		BufferedImage image = plain(width, height, Color.RED);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.GREEN);
		graphics.fillRect(width / 2, 0, width, height / 2);
		graphics.setColor(Color.BLUE);
		graphics.fillRect(width / 2, height / 2, width, height);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, height / 2, width / 2, height);
		graphics.dispose();
		return image;
	}

	public static BufferedImage read(byte[] file) {
		try {
			return plain(ImageIO.read(new ByteArrayInputStream(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Grey as it is stored: Java would take it for linear and brighten it. */
	private static BufferedImage plain(BufferedImage image) {
		if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
			return image;
		}
		BufferedImage rgb = Pixels.blank(image.getWidth(), image.getHeight());
		byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		for (int i = 0; i < Pixels.bytes(rgb).length; i++) {
			Pixels.bytes(rgb)[i] = grey[i / 3];
		}
		return rgb;
	}

	/** The largest difference of any of the three bands. */
	public static int distance(Color one, Color other) {
		return Math.max(Math.abs(one.getRed() - other.getRed()),
				Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
	}

	public static Color at(BufferedImage image, double x, double y) {
		return new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
	}

}
