package io.safelight.imaging.render.plane;

/**
 * The inner loops of resizing. Each way to run them gives the same results, bit for bit.
 */
interface Kernels {

	/** Rows that are worked on side by side. */
	int ROWS = 16;

	/** Arrays of rows are as long as a multiple of this, so that no loop has a rest. */
	int BLOCK = 64;

	/** Bits after the point between the two passes. */
	int BETWEEN = 6;

	/** Bits to shift after the first pass. */
	int FIRST_SHIFT = Taps.BITS - BETWEEN;

	/** Bits to shift after the second pass. */
	int SECOND_SHIFT = Taps.BITS + BETWEEN;

	/** Makes shorts of unsigned bytes. */
	void widen(byte[] from, short[] to, int at, int count);

	/**
	 * Weighs rows: the first pass.
	 * @param rows samples of the rows at hand
	 * @param offsets where each row that counts begins
	 * @param weights of all rows
	 * @param at the first of the weights
	 * @param width samples in a row, a multiple of {@link #BLOCK}
	 */
	void weighRows(short[] rows, int[] offsets, int[] weights, int at, int width, short[] to);

	/**
	 * Weighs samples within {@link #ROWS} rows: the second pass.
	 * @param columns of each column, one sample for each row
	 * @param to columns again, 0 to 255
	 */
	void weighColumns(short[] columns, Taps taps, byte[] to);

}
