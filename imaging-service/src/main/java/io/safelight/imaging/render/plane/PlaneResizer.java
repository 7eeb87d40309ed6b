package io.safelight.imaging.render.plane;

/**
 * Makes one plane of another: smaller, mirrored, turned, all at once. The rows at hand
 * are weighed first, into strips of {@link Kernels#ROWS} rows that lie column by column;
 * then the columns of a strip, which lie side by side for the processor. So turning costs
 * nothing, and but a few rows are ever held besides the two planes. To be used by one
 * thread at a time.
 */
final class PlaneResizer {

	private static final int ROWS = Kernels.ROWS;

	private final Kernels kernels;

	private final Plane from;

	private final Plane to;

	private final boolean turned;

	private final Taps across;

	private final Taps down;

	private final boolean upwards;

	/** Length of a row in the arrays. */
	private final int span;

	private final short[] window;

	private final int[] offsets;

	/** The first row that is not in the window yet. */
	private int next;

	private final byte[] row;

	private final short[] weighed;

	private final short[] columns;

	private final byte[] strip;

	private final byte[] line;

	PlaneResizer(Kernels kernels, Plane from, Plane to, Axis across, Axis down, boolean turned) {
		this.kernels = kernels;
		this.from = from;
		this.to = to;
		this.turned = turned;
		this.across = Taps.of(across);
		this.down = Taps.of(down);
		this.upwards = down.mirrored();
		this.span = Math.ceilDiv(from.width(), Kernels.BLOCK) * Kernels.BLOCK;
		this.window = new short[this.span * this.down.count()];
		this.offsets = new int[this.down.count()];
		this.row = new byte[this.span];
		this.weighed = new short[this.span];
		this.columns = new short[this.span * ROWS];
		this.strip = new byte[across.to() * ROWS];
		this.line = new byte[Math.max(across.to(), ROWS)];
	}

	void run() {
		int height = this.down.starts().length;
		for (int top = 0; top < height; top += ROWS) {
			int rows = Math.min(ROWS, height - top);
			for (int i = 0; i < rows; i++) {
				// Whichever way, what is at hand is read from its top.
				weighRows(this.upwards ? height - 1 - top - i : top + i);
				lay(i);
			}
			this.kernels.weighColumns(this.columns, this.across, this.strip);
			int first = this.upwards ? height - top - rows : top;
			if (this.turned) {
				writeTurned(first, rows);
			}
			else {
				write(first, rows);
			}
		}
	}

	private void weighRows(int y) {
		int first = this.down.starts()[y];
		int count = this.down.count();
		for (; this.next < first + count; this.next++) {
			read(this.next);
		}
		for (int tap = 0; tap < count; tap++) {
			this.offsets[tap] = (first + tap) % count * this.span;
		}
		this.kernels.weighRows(this.window, this.offsets, this.down.weights(), y * count, this.span, this.weighed);
	}

	private void read(int y) {
		int width = this.from.width();
		this.from.readRow(0, y, this.row, 0, width);
		this.kernels.widen(this.row, this.window, y % this.down.count() * this.span, width);
	}

	/** Lays a row down as a column of the strip. */
	private void lay(int index) {
		int width = this.from.width();
		for (int x = 0, at = index; x < width; x++, at += ROWS) {
			this.columns[at] = this.weighed[x];
		}
	}

	private void write(int top, int rows) {
		int width = this.across.starts().length;
		for (int y = 0; y < rows; y++) {
			int at = this.upwards ? rows - 1 - y : y;
			for (int x = 0; x < width; x++, at += ROWS) {
				this.line[x] = this.strip[at];
			}
			this.to.writeRow(0, top + y, this.line, 0, width);
		}
	}

	/** A column of the strip is a piece of a row already. */
	private void writeTurned(int left, int rows) {
		int height = this.across.starts().length;
		for (int y = 0; y < height; y++) {
			if (this.upwards) {
				for (int x = 0; x < rows; x++) {
					this.line[x] = this.strip[y * ROWS + rows - 1 - x];
				}
				this.to.writeRow(left, y, this.line, 0, rows);
			}
			else {
				this.to.writeRow(left, y, this.strip, y * ROWS, rows);
			}
		}
	}

}
