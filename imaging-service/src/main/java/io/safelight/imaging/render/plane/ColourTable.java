package io.safelight.imaging.render.plane;

/**
 * A conversion of colours, worked out once at 65³ points of luma and chroma and
 * interpolated between them: what it costs does not depend on the profile. Immutable.
 */
public final class ColourTable {

	/** Points along each axis; neighbours are {@link #STEP} apart. */
	public static final int NODES = 65;

	private static final int STEP = 4;

	/** Bits of one value; three make a long. */
	private static final int FIELD = 21;

	private static final int MASK = (1 << FIELD) - 1;

	/** Values are kept in 64ths and above zero. */
	private static final int PARTS = 64;

	private static final int LIFT = 128;

	/** The weights of the eight corners add up to 4³; values come in 64ths. */
	private static final int UNIT_BITS = 12;

	private static final int UNIT = 1 << UNIT_BITS;

	/** Luma next to each other, then red, then blue. */
	private final long[] nodes;

	private ColourTable(long[] nodes) {
		this.nodes = nodes;
	}

	/**
	 * Works out a table.
	 * @param conversion converts red, green and blue, 0 to 1, three after three, in place
	 */
	public static ColourTable of(Conversion conversion) {
		float[] colours = new float[NODES * NODES * NODES * 3];
		for (int i = 0; i < NODES * NODES * NODES; i++) {
			toRgb(lumaOf(i), blueOf(i), redOf(i), colours, 3 * i);
		}
		float[] converted = colours.clone();
		conversion.convert(converted);
		long[] nodes = new long[NODES * NODES * NODES];
		for (int i = 0; i < nodes.length; i++) {
			nodes[i] = node(i, colours, converted);
		}
		return new ColourTable(nodes);
	}

	private static int lumaOf(int index) {
		return index % NODES * STEP;
	}

	private static int redOf(int index) {
		return index / NODES % NODES * STEP - 128;
	}

	private static int blueOf(int index) {
		return index / NODES / NODES * STEP - 128;
	}

	/** Not all luma and chroma is a colour: the nearest is taken instead. */
	private static void toRgb(double luma, double blue, double red, float[] to, int at) {
		to[at] = (float) Math.clamp((luma + 1.402 * red) / 255, 0, 1);
		to[at + 1] = (float) Math.clamp((luma - 0.344136286 * blue - 0.714136286 * red) / 255, 0, 1);
		to[at + 2] = (float) Math.clamp((luma + 1.772 * blue) / 255, 0, 1);
	}

	/** Where there is no such colour, the change of the nearest one counts. */
	private static long node(int index, float[] before, float[] after) {
		double red = 255 * (after[3 * index] - before[3 * index]);
		double green = 255 * (after[3 * index + 1] - before[3 * index + 1]);
		double blue = 255 * (after[3 * index + 2] - before[3 * index + 2]);
		double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
		return field(lumaOf(index) + luma) << 2 * FIELD | field(blueOf(index) + 128 + (blue - luma) / 1.772) << FIELD
				| field(redOf(index) + 128 + (red - luma) / 1.402);
	}

	private static long field(double value) {
		return Math.clamp(Math.round((value + LIFT) * PARTS), 0, (1 << 15) - 1);
	}

	/** Converts a picture in place. */
	public void apply(Picture picture) {
		if (picture.isGrey()) {
			return;
		}
		Strip strip = new Strip(picture);
		for (int y = 0; y < picture.height(); y += picture.sampling().down()) {
			strip.convert(y);
		}
	}

	/** Red, green and blue to red, green and blue. */
	public interface Conversion {

		void convert(float[] colours);

	}

	/** As many rows as share a row of chroma. */
	private final class Strip {

		private final Picture picture;

		private final byte[][] luma;

		private final byte[] blues;

		private final byte[] reds;

		Strip(Picture picture) {
			this.picture = picture;
			this.luma = new byte[picture.sampling().down()][picture.width()];
			this.blues = new byte[picture.chroma().get(0).width()];
			this.reds = new byte[this.blues.length];
		}

		void convert(int top) {
			int rows = Math.min(this.luma.length, this.picture.height() - top);
			for (int i = 0; i < rows; i++) {
				this.picture.luma().readRow(0, top + i, this.luma[i], 0, this.picture.width());
			}
			int line = top / this.luma.length;
			this.picture.chroma().get(0).readRow(0, line, this.blues, 0, this.blues.length);
			this.picture.chroma().get(1).readRow(0, line, this.reds, 0, this.reds.length);
			convertRows(rows);
			for (int i = 0; i < rows; i++) {
				this.picture.luma().writeRow(0, top + i, this.luma[i], 0, this.picture.width());
			}
			this.picture.chroma().get(0).writeRow(0, line, this.blues, 0, this.blues.length);
			this.picture.chroma().get(1).writeRow(0, line, this.reds, 0, this.reds.length);
		}

		private void convertRows(int rows) {
			int across = this.picture.sampling().across();
			int width = this.picture.width();
			for (int column = 0, left = 0; column < this.blues.length; column++, left += across) {
				int right = Math.min(left + across, width);
				long sums = convertPiece(rows, left, right, this.blues[column] & 0xFF, this.reds[column] & 0xFF);
				float share = 1f / (UNIT * rows * (right - left));
				this.blues[column] = (byte) Math.clamp((int) ((sums >>> 32) * share + 0.5f) - LIFT, 0, 255);
				this.reds[column] = (byte) Math.clamp((int) ((sums & 0xFFFFFFFFL) * share + 0.5f) - LIFT, 0, 255);
			}
		}

		/**
		 * Converts pixels of the same chroma and mostly of much the same luma.
		 * @return the sums of their two chromas
		 */
		private long convertPiece(int rows, int left, int right, int blue, int red) {
			int corner = ((blue >> 2) * NODES + (red >> 2)) * NODES;
			int partBlue = blue & 3;
			int partRed = red & 3;
			int cell = -1;
			long low = 0;
			long high = 0;
			long sums = 0;
			for (int row = 0; row < rows; row++) {
				byte[] line = this.luma[row];
				for (int x = left; x < right; x++) {
					int tone = line[x] & 0xFF;
					if (tone >> 2 != cell) {
						cell = tone >> 2;
						low = between(corner + cell, partBlue, partRed);
						high = between(corner + cell + 1, partBlue, partRed);
					}
					int part = tone & 3;
					long value = low * (STEP - part) + high * part;
					line[x] = (byte) Math.clamp(((int) (value >>> 2 * FIELD) + UNIT / 2 >> UNIT_BITS) - LIFT, 0, 255);
					sums += (value >>> FIELD & MASK) << 32 | value & MASK;
				}
			}
			return sums;
		}

		private long between(int at, int partBlue, int partRed) {
			long[] table = ColourTable.this.nodes;
			int blueUp = NODES * NODES;
			long here = table[at] * (STEP - partRed) + table[at + NODES] * partRed;
			long above = table[at + blueUp] * (STEP - partRed) + table[at + blueUp + NODES] * partRed;
			return here * (STEP - partBlue) + above * partBlue;
		}

	}

}
