package io.safelight.imaging.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Plane;
import io.safelight.imaging.render.plane.Sampling;

/**
 * One word of the watermark, slanted upwards. The letters are drawn, not set in a font: a
 * slim machine has none. All is grey, so that it changes luma and merely pales chroma.
 * Immutable.
 */
final class WatermarkStamp {

	private static final String WORD = "SAFELIGHT";

	private static final Color SEAM = new Color(0, 0, 0, 44);

	private static final Color INK = new Color(255, 255, 255, 110);

	private static final double LINE_HEIGHTS = 4.2;

	/** Some ten megabytes in the end. */
	private static final int MOST_KEPT = 72;

	private static final SequencedMap<Kind, WatermarkStamp> KEPT = new LinkedHashMap<>(16, 0.75f, true);

	private final int width;

	private final int height;

	/** How much of the ground is covered, 0 to 255. */
	private final byte[] cover;

	/** What is added to the ground. */
	private final byte[] ink;

	private WatermarkStamp(BufferedImage drawn) {
		this.width = drawn.getWidth();
		this.height = drawn.getHeight();
		int[] argb = drawn.getRGB(0, 0, this.width, this.height, null, 0, this.width);
		this.cover = new byte[argb.length];
		this.ink = new byte[argb.length];
		for (int i = 0; i < argb.length; i++) {
			this.cover[i] = (byte) (argb[i] >>> 24);
			this.ink[i] = (byte) (((argb[i] >>> 24) * (argb[i] & 0xFF) + 127) / 255);
		}
	}

	/**
	 * A stamp. Most are for pictures of the same few sizes, so that they are kept.
	 * @param wordWidth pixels
	 * @param degrees of slant
	 */
	static WatermarkStamp of(int wordWidth, int degrees) {
		Kind kind = new Kind(wordWidth, degrees);
		synchronized (KEPT) {
			WatermarkStamp kept = KEPT.get(kind);
			if (kept != null) {
				return kept;
			}
		}
		WatermarkStamp stamp = draw(wordWidth, Math.toRadians(degrees));
		synchronized (KEPT) {
			KEPT.put(kind, stamp);
			if (KEPT.size() > MOST_KEPT) {
				KEPT.pollFirstEntry();
			}
		}
		return stamp;
	}

	private static WatermarkStamp draw(double wordWidth, double slant) {
		Shape word = StrokeLetters.word(WORD);
		double scale = wordWidth / word.getBounds2D().getWidth();
		double height = word.getBounds2D().getHeight() * scale;
		int stampWidth = (int) Math.ceil(wordWidth * Math.cos(slant) + 3 * height);
		int stampHeight = (int) Math.ceil(wordWidth * Math.sin(slant) + LINE_HEIGHTS / 2 * height);
		// Even, as two by two pixels share their chroma.
		BufferedImage drawn = new BufferedImage(stampWidth + (stampWidth & 1), stampHeight + (stampHeight & 1),
				BufferedImage.TYPE_INT_ARGB);
		AffineTransform place = AffineTransform.getTranslateInstance(stampWidth / 2.0, stampHeight / 2.0);
		place.rotate(-slant);
		place.translate(-wordWidth / 2, -height / 2);
		place.scale(scale, scale);
		paint(drawn, place.createTransformedShape(word), (float) scale);
		return new WatermarkStamp(drawn);
	}

	private static void paint(BufferedImage stamp, Shape word, float unit) {
		Graphics2D graphics = stamp.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setColor(SEAM);
		graphics.setStroke(stroke(2f * unit));
		graphics.draw(word);
		graphics.setColor(INK);
		graphics.setStroke(stroke(0.9f * unit));
		graphics.draw(word);
		graphics.dispose();
	}

	private static BasicStroke stroke(float width) {
		return new BasicStroke(Math.max(1.45f, width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	/**
	 * Presses the stamp on a picture, with chroma for each four pixels or none.
	 * @param x left edge, rounded down to an even pixel; may lie outside
	 * @param y upper edge, rounded down to an even row; may lie outside
	 */
	void press(Picture picture, int x, int y) {
		int left = x & ~1;
		int top = y & ~1;
		pressLuma(picture.luma(), left, top);
		for (Plane chroma : picture.chroma()) {
			if (!picture.sampling().equals(Sampling.QUARTER)) {
				throw new IllegalArgumentException("Chroma must be halved first");
			}
			pressChroma(chroma, left / 2, top / 2);
		}
	}

	private void pressLuma(Plane plane, int left, int top) {
		int from = Math.max(0, -left);
		int to = Math.min(this.width, plane.width() - left);
		byte[] row = new byte[Math.max(0, to - from)];
		for (int y = Math.max(0, -top); y < Math.min(this.height, plane.height() - top) && row.length > 0; y++) {
			plane.readRow(left + from, top + y, row, 0, row.length);
			for (int i = 0, at = y * this.width + from; i < row.length; i++, at++) {
				int rest = 255 - (this.cover[at] & 0xFF);
				row[i] = (byte) (((row[i] & 0xFF) * rest + 127) / 255 + (this.ink[at] & 0xFF));
			}
			plane.writeRow(left + from, top + y, row, 0, row.length);
		}
	}

	private void pressChroma(Plane plane, int left, int top) {
		int from = Math.max(0, -left);
		int to = Math.min(this.width / 2, plane.width() - left);
		byte[] row = new byte[Math.max(0, to - from)];
		for (int y = Math.max(0, -top); y < Math.min(this.height / 2, plane.height() - top) && row.length > 0; y++) {
			plane.readRow(left + from, top + y, row, 0, row.length);
			for (int i = 0, at = 2 * (y * this.width + from); i < row.length; i++, at += 2) {
				int rest = 4 * 255 - (this.cover[at] & 0xFF) - (this.cover[at + 1] & 0xFF)
						- (this.cover[at + this.width] & 0xFF) - (this.cover[at + this.width + 1] & 0xFF);
				row[i] = (byte) (128 + Math.round(((row[i] & 0xFF) - 128) * rest / 1020f));
			}
			plane.writeRow(left + from, top + y, row, 0, row.length);
		}
	}

	private record Kind(int wordWidth, int degrees) {
	}

}
