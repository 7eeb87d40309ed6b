package io.safelight.imaging.render.plane;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.lang.foreign.SegmentAllocator;

/**
 * Between red, green and blue and luma and chroma (ITU-T T.871, §7), in fixed point.
 */
public final class RgbPixels {

	private static final int BITS = 16;

	private static final int HALF = 1 << BITS - 1;

	private RgbPixels() {
	}

	/** A picture as pixels; chroma is taken from the nearest samples in proportion. */
	static BufferedImage of(Picture picture) {
		BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
		byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		byte[] luma = new byte[picture.width()];
		int[][] chroma = new int[2][picture.width()];
		for (int y = 0; y < picture.height(); y++) {
			picture.luma().readRow(0, y, luma, 0, luma.length);
			for (int i = 0; i < picture.chroma().size(); i++) {
				spread(picture.chroma().get(i), picture.sampling(), y, chroma[i]);
			}
			for (int x = 0, at = y * luma.length * 3; x < luma.length; x++, at += 3) {
				toBgr(luma[x] & 0xFF, chroma[0][x], chroma[1][x], pixels, at);
			}
		}
		return image;
	}

	/** Chroma less 128 for each pixel of a row. */
	private static void spread(Plane plane, Sampling sampling, int y, int[] to) {
		double down = (y + 0.5) / sampling.down() - 0.5;
		int above = Math.max(0, (int) Math.floor(down));
		int below = Math.min(plane.height() - 1, above + 1);
		int share = (int) Math.round(256 * Math.max(0, down - above));
		for (int x = 0; x < to.length; x++) {
			double across = (x + 0.5) / sampling.across() - 0.5;
			int left = Math.max(0, (int) Math.floor(across));
			int right = Math.min(plane.width() - 1, left + 1);
			int part = (int) Math.round(256 * Math.max(0, across - left));
			int top = plane.get(left, above) * (256 - part) + plane.get(right, above) * part;
			int bottom = plane.get(left, below) * (256 - part) + plane.get(right, below) * part;
			to[x] = (top * (256 - share) + bottom * share + HALF >> BITS) - 128;
		}
	}

	private static void toBgr(int luma, int blue, int red, byte[] to, int at) {
		int base = (luma << BITS) + HALF;
		to[at] = tone(base + 116130 * blue);
		to[at + 1] = tone(base - 22554 * blue - 46802 * red);
		to[at + 2] = tone(base + 91881 * red);
	}

	private static byte tone(int value) {
		return (byte) Math.clamp(value >> BITS, 0, 255);
	}

	/**
	 * A picture of opaque pixels, with chroma for each four.
	 * @param image of {@link BufferedImage#TYPE_3BYTE_BGR}, with bytes of its own
	 */
	public static Picture toPicture(SegmentAllocator memory, BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		Picture picture = Picture.allocate(memory, width, height, Sampling.QUARTER);
		byte[] luma = new byte[width];
		int columns = Sampling.QUARTER.columns(width);
		int[] blue = new int[columns];
		int[] red = new int[columns];
		for (int y = 0; y < height; y++) {
			addRow(pixels, y * width * 3, luma, blue, red);
			picture.luma().writeRow(0, y, luma, 0, width);
			boolean alone = y == height - 1 && (y & 1) == 0;
			if (alone) {
				addRow(pixels, y * width * 3, luma, blue, red);
			}
			if ((y & 1) == 1 || alone) {
				writeMean(picture.chroma().get(0), y / 2, blue);
				writeMean(picture.chroma().get(1), y / 2, red);
			}
		}
		return picture;
	}

	private static void addRow(byte[] pixels, int start, byte[] luma, int[] blues, int[] reds) {
		for (int x = 0, at = start; x < luma.length; x++, at += 3) {
			int blue = pixels[at] & 0xFF;
			int green = pixels[at + 1] & 0xFF;
			int red = pixels[at + 2] & 0xFF;
			luma[x] = (byte) (19595 * red + 38470 * green + 7471 * blue + HALF >> BITS);
			blues[x >> 1] += 32768 * blue - 21709 * green - 11059 * red >> 8;
			reds[x >> 1] += 32768 * red - 27439 * green - 5329 * blue >> 8;
		}
		if ((luma.length & 1) == 1) {
			int last = luma.length >> 1;
			addAgain(pixels, start + 3 * (luma.length - 1), blues, reds, last);
		}
	}

	private static void addAgain(byte[] pixels, int at, int[] blues, int[] reds, int column) {
		int blue = pixels[at] & 0xFF;
		int green = pixels[at + 1] & 0xFF;
		int red = pixels[at + 2] & 0xFF;
		blues[column] += 32768 * blue - 21709 * green - 11059 * red >> 8;
		reds[column] += 32768 * red - 27439 * green - 5329 * blue >> 8;
	}

	private static void writeMean(Plane plane, int y, int[] sums) {
		byte[] row = new byte[sums.length];
		for (int x = 0; x < row.length; x++) {
			row[x] = (byte) Math.clamp((sums[x] + (128 << 10) + (1 << 9)) >> 10, 0, 255);
			sums[x] = 0;
		}
		plane.writeRow(0, y, row, 0, row.length);
	}

}
