package io.safelight.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * A picture with what photographs have: smooth ground, edges of any slant, fine and
 * coarse texture, saturated colours, some noise. The same seed gives the same picture.
 */
public final class DrawnPhotograph {

	private DrawnPhotograph() {
	}

	public static BufferedImage of(int width, int height, long seed) {
		Random random = new Random(seed);
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
		texture(image, random);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		for (int i = 0; i < 60; i++) {
			graphics.setColor(
					new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 60 + random.nextInt(196)));
			double x = random.nextDouble() * width;
			double y = random.nextDouble() * height;
			double size = Math.pow(random.nextDouble(), 2) * Math.max(width, height) / 3;
			if (i % 2 == 0) {
				graphics.fill(new Ellipse2D.Double(x, y, size, size * random.nextDouble()));
			}
			else {
				graphics.setStroke(new BasicStroke((float) Math.max(0.7, size / 40)));
				graphics.draw(new Line2D.Double(x, y, random.nextDouble() * width, random.nextDouble() * height));
			}
		}
		graphics.dispose();
		noise(image, random);
		return image;
	}

	/** Waves of several lengths, stronger the longer they are. */
	private static void texture(BufferedImage image, Random random) {
		double[][] waves = new double[9][5];
		for (int i = 0; i < waves.length; i++) {
			double length = 4 * Math.pow(2, i);
			double slant = random.nextDouble() * Math.PI;
			waves[i] = new double[] { Math.cos(slant) * 6.28 / length, Math.sin(slant) * 6.28 / length,
					random.nextDouble() * 6.28, 3 + 3.2 * i, random.nextDouble() };
		}
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				double light = 120;
				double tint = 0;
				for (double[] wave : waves) {
					double value = wave[3] * Math.sin(wave[0] * x + wave[1] * y + wave[2]);
					light += value;
					tint += value * (wave[4] - 0.5);
				}
				image.setRGB(x, y, tone(light + tint) << 16 | tone(light) << 8 | tone(light - tint));
			}
		}
	}

	private static void noise(BufferedImage image, Random random) {
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				int rgb = image.getRGB(x, y);
				double grain = random.nextGaussian() * 2;
				image.setRGB(x, y, tone((rgb >> 16 & 0xFF) + grain) << 16 | tone((rgb >> 8 & 0xFF) + grain) << 8
						| tone((rgb & 0xFF) + grain));
			}
		}
	}

	private static int tone(double value) {
		return Math.clamp(Math.round(value), 0, 255);
	}

}
