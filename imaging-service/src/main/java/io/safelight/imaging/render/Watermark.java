package io.safelight.imaging.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Writes the marketplace's name all over a public picture: white strokes on a darker
 * seam, so that either shows on any ground. Where the words fall and how they slant
 * depends on the photograph, so that one mask does not fit all. The letters are drawn,
 * not set in a font: a slim machine has none.
 */
final class Watermark {

	private static final String WORD = "SAFELIGHT";

	private static final Color SEAM = new Color(0, 0, 0, 84);

	private static final Color INK = new Color(255, 255, 255, 118);

	/** Width of a word as a part of the picture's longest side. */
	private static final double WORD_PART = 0.26;

	private static final double LINE_HEIGHTS = 4.2;

	private Watermark() {
	}

	/**
	 * Draws the watermark into a picture.
	 * @param image changed in place
	 * @param seed what decides on the places, such as the photograph's id
	 */
	static void draw(BufferedImage image, String seed) {
		byte[] chance = Sha256.of(seed);
		BufferedImage stamp = stamp(Math.max(image.getWidth(), image.getHeight()) * WORD_PART, slant(chance[0]));
		int stepX = stamp.getWidth();
		int stepY = Math.max(1, stamp.getHeight() * 3 / 4);
		int left = -stepX + part(chance[1], stepX);
		int top = -stamp.getHeight() + part(chance[2], stepY);
		Graphics2D graphics = image.createGraphics();
		for (int row = 0, y = top; y < image.getHeight(); row++, y += stepY) {
			for (int x = left - (row % 2) * stepX / 2; x < image.getWidth(); x += stepX) {
				graphics.drawImage(stamp, x, y, null);
			}
		}
		graphics.dispose();
	}

	/** Between 20 and 34 degrees upwards. */
	private static double slant(byte chance) {
		return -Math.toRadians(20 + part(chance, 15));
	}

	private static int part(byte chance, int whole) {
		return (chance & 0xFF) * whole / 256;
	}

	private static BufferedImage stamp(double wordWidth, double slant) {
		Shape word = StrokeLetters.word(WORD);
		double scale = wordWidth / word.getBounds2D().getWidth();
		double height = word.getBounds2D().getHeight() * scale;
		int stampWidth = (int) Math.ceil(wordWidth * Math.cos(slant) + 3 * height);
		int stampHeight = (int) Math.ceil(wordWidth * -Math.sin(slant) + LINE_HEIGHTS / 2 * height);
		BufferedImage stamp = new BufferedImage(stampWidth, stampHeight, BufferedImage.TYPE_INT_ARGB);
		AffineTransform place = AffineTransform.getTranslateInstance(stampWidth / 2.0, stampHeight / 2.0);
		place.rotate(slant);
		place.translate(-wordWidth / 2, -height / 2);
		place.scale(scale, scale);
		paint(stamp, place.createTransformedShape(word), (float) scale);
		return stamp;
	}

	private static void paint(BufferedImage stamp, Shape word, float unit) {
		Graphics2D graphics = stamp.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setColor(SEAM);
		graphics.setStroke(stroke(1.9f * unit));
		graphics.draw(word);
		graphics.setColor(INK);
		graphics.setStroke(stroke(0.9f * unit));
		graphics.draw(word);
		graphics.dispose();
	}

	private static BasicStroke stroke(float width) {
		return new BasicStroke(Math.max(1, width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	}

}
