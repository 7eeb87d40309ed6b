package io.safelight.imaging.render.plane;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/**
 * One component of a picture, eight bits a sample, outside the heap. Each row is followed
 * by padding, so that whole blocks of a JPEG can be read and written. To be used by one
 * thread at a time.
 *
 * @param bytes the samples, row by row
 * @param width samples in a row, without padding
 * @param height rows, without padding
 * @param stride bytes from one row to the next
 */
public record Plane(MemorySegment bytes, int width, int height, int stride) {

	/** The widest unit of a JPEG and of a vector register, in bytes. */
	private static final int ALIGNMENT = 64;

	/** A decoder pads the height to its largest sampling factor. */
	private static final int SPARE_ROWS = 4;

	/** A plane of unspecified content. */
	public static Plane allocate(SegmentAllocator memory, int width, int height) {
		int stride = Math.addExact(width, ALIGNMENT + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
		MemorySegment bytes = memory.allocate((long) stride * (height + SPARE_ROWS), ALIGNMENT);
		return new Plane(bytes, width, height, stride);
	}

	/** Bytes of memory that such a plane takes. */
	public static long bytesFor(int width, int height) {
		return (width + 2L * ALIGNMENT) * (height + SPARE_ROWS);
	}

	/** Where a row begins, in bytes. */
	public long offset(int row) {
		return (long) row * this.stride;
	}

	/** One sample. */
	public int get(int x, int y) {
		return this.bytes.get(ValueLayout.JAVA_BYTE, offset(y) + x) & 0xFF;
	}

	/** Copies samples of one row out. */
	public void readRow(int x, int y, byte[] to, int at, int count) {
		MemorySegment.copy(this.bytes, ValueLayout.JAVA_BYTE, offset(y) + x, to, at, count);
	}

	/** Copies samples of one row in. */
	public void writeRow(int x, int y, byte[] from, int at, int count) {
		MemorySegment.copy(from, at, this.bytes, ValueLayout.JAVA_BYTE, offset(y) + x, count);
	}

	/** All samples without padding, row by row. */
	public byte[] toArray() {
		byte[] all = new byte[this.width * this.height];
		for (int y = 0; y < this.height; y++) {
			readRow(0, y, all, y * this.width, this.width);
		}
		return all;
	}

	/** The same value everywhere. */
	public Plane fill(int value) {
		this.bytes.fill((byte) value);
		return this;
	}

	/** Replaces each value by that of a table. */
	public void map(byte[] table) {
		byte[] row = new byte[this.width];
		for (int y = 0; y < this.height; y++) {
			readRow(0, y, row, 0, this.width);
			for (int x = 0; x < this.width; x++) {
				row[x] = table[row[x] & 0xFF];
			}
			writeRow(0, y, row, 0, this.width);
		}
	}

	/** A copy of a part of this plane. */
	Plane crop(SegmentAllocator memory, int left, int top, int cropWidth, int cropHeight) {
		Plane copy = allocate(memory, cropWidth, cropHeight);
		for (int y = 0; y < cropHeight; y++) {
			MemorySegment.copy(this.bytes, offset(top + y) + left, copy.bytes, copy.offset(y), cropWidth);
		}
		return copy;
	}

	/**
	 * Repeats the last sample of each row up to a whole block: what is beyond the edge
	 * must not ring into what is before it.
	 * @param block samples, a power of two, at most 64
	 */
	public void padRows(int block) {
		int padded = -(-this.width & -block);
		for (int y = 0; y < this.height && padded > this.width; y++) {
			byte last = this.bytes.get(ValueLayout.JAVA_BYTE, offset(y) + this.width - 1);
			for (int x = this.width; x < padded; x++) {
				this.bytes.set(ValueLayout.JAVA_BYTE, offset(y) + x, last);
			}
		}
	}

}
