package io.safelight.imaging.render;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

import io.safelight.imaging.render.plane.Picture;

/**
 * Writes the marketplace's name all over a public picture: white strokes on a darker
 * seam, so that either shows on any ground. Where the words fall, how they slant and how
 * each strays from its place depends on the photograph, so that neither one mask fits all
 * nor the mean of many pictures shows it.
 */
final class Watermark {

	/** Width of a word as a part of the picture's longest side. */
	private static final double WORD_PART = 0.25;

	/** Distance from word to word, in widths of a word: none touches another. */
	private static final double STEP = 1.05;

	/** How far a word strays, as a part of the distance to the next. */
	private static final double STRAY = 0.08;

	/** Words of different slant in one picture. */
	private static final int STAMPS = 3;

	private Watermark() {
	}

	/**
	 * Draws the watermark into a picture.
	 * @param picture changed in place
	 * @param seed what decides on the places, such as the photograph's id
	 */
	static void draw(Picture picture, String seed) {
		SplittableRandom chance = new SplittableRandom(ByteBuffer.wrap(Sha256.of(seed)).getLong());
		int wordWidth = (int) Math.max(1, picture.longestSide() * WORD_PART);
		int slant = 20 + chance.nextInt(14);
		WatermarkStamp[] stamps = new WatermarkStamp[STAMPS];
		for (int i = 0; i < STAMPS; i++) {
			stamps[i] = WatermarkStamp.of(wordWidth, slant + chance.nextInt(-3, 4));
		}
		int stepX = Math.max(1, (int) (stamps[0].width() * STEP));
		int stepY = Math.max(1, stamps[0].height());
		int left = -stepX + (int) (chance.nextDouble() * stepX);
		int top = -stamps[0].height() + (int) (chance.nextDouble() * stepY);
		for (int row = 0, y = top; y < picture.height(); row++, y += stepY) {
			for (int x = left - (row % 2) * stepX / 2; x < picture.width(); x += stepX) {
				int strayX = (int) (chance.nextDouble(-STRAY, STRAY) * stepX);
				int strayY = (int) (chance.nextDouble(-STRAY, STRAY) * stepY);
				stamps[chance.nextInt(STAMPS)].press(picture, x + strayX, y + strayY);
			}
		}
	}

}
