package io.safelight.imaging.render.jpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Plane;
import io.safelight.imaging.render.plane.Sampling;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Writes pictures as JPEG files with libjpeg, row of blocks by row of blocks out of the
 * planes. Codes that fit a large picture are found in a sample of its rows and used for
 * all: the library's own way goes over the whole picture twice and holds all of its
 * coefficients meanwhile. Thread-safe.
 */
@SuppressWarnings("restricted")
final class JpegWriter {

	private static final int BLOCK = 8;

	private final JpegLibrary library;

	private JpegWriter(JpegLibrary library) {
		this.library = library;
	}

	static Optional<JpegWriter> find() {
		return JpegLibrary.find().map(JpegWriter::new);
	}

	/**
	 * Writes a whole file.
	 * @param picture grey, or with chroma for each four pixels
	 */
	byte[] write(Picture picture, JpegSettings settings) {
		if (!picture.isGrey() && !picture.sampling().equals(Sampling.QUARTER)) {
			throw new IllegalArgumentException("Chroma must be halved first");
		}
		return Part.suffices(picture, settings) ? writeByASample(picture, settings) : writeExactly(picture, settings);
	}

	/** With codes that suit a part of the picture and are good for all of it. */
	private byte[] writeByASample(Picture picture, JpegSettings settings) {
		List<HuffmanTable> tables = HuffmanTable.completed(write(picture, settings, Part.sample(picture), List.of()));
		return write(picture, settings, Part.all(picture), tables);
	}

	/** In the library's own way. */
	byte[] writeExactly(Picture picture, JpegSettings settings) {
		return write(picture, settings, Part.all(picture), List.of());
	}

	private byte[] write(Picture picture, JpegSettings settings, Part part, List<HuffmanTable> tables) {
		picture.planes().forEach((plane) -> plane.padRows(2 * BLOCK));
		try (Arena arena = Arena.ofConfined()) {
			return write(arena, picture, settings, part, tables);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Writes rows of blocks.
	 * @param tables codes to use, none for the library to choose
	 */
	private byte[] write(Arena arena, Picture picture, JpegSettings settings, Part part, List<HuffmanTable> tables)
			throws Throwable {
		MemorySegment compress = this.library.begin(arena);
		MemorySegment file = arena.allocate(ADDRESS);
		MemorySegment length = arena.allocate(JAVA_LONG);
		try {
			this.library.toMemory.invokeExact(compress, file, length);
			configure(compress, picture, part, settings, tables);
			this.library.start.invokeExact(compress, 1);
			Strips rows = new Strips(arena, picture);
			for (int i = 0; i < part.strips(); i++) {
				MemorySegment strip = rows.pointTo(part.left(i), part.top(i));
				int _ = (int) this.library.write.invokeExact(compress, strip, rows.lines);
			}
			this.library.finish.invokeExact(compress);
			return file.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
		}
		finally {
			this.library.destroy.invokeExact(compress);
			this.library.free.invokeExact(file.get(ADDRESS, 0));
		}
	}

	private void configure(MemorySegment compress, Picture picture, Part part, JpegSettings settings,
			List<HuffmanTable> tables) throws Throwable {
		compress.set(JAVA_INT, JpegLibrary.WIDTH, part.width());
		compress.set(JAVA_INT, JpegLibrary.HEIGHT, part.height());
		compress.set(JAVA_INT, JpegLibrary.COMPONENTS, picture.planes().size());
		compress.set(JAVA_INT, JpegLibrary.COLOUR_SPACE, picture.isGrey() ? JpegLibrary.GREY : JpegLibrary.YCBCR);
		this.library.setDefaults.invokeExact(compress);
		this.library.setQuality.invokeExact(compress, settings.quality(), 1);
		compress.set(JAVA_INT, JpegLibrary.RAW_DATA, 1);
		boolean optimised = settings.huffman() == Huffman.OPTIMISED && tables.isEmpty();
		compress.set(JAVA_INT, JpegLibrary.OPTIMISE, optimised ? 1 : 0);
		if (settings.progressive()) {
			this.library.progressive.invokeExact(compress);
		}
		for (HuffmanTable table : tables) {
			set(compress, table);
		}
	}

	/** Replaces the example codes that the library has put there. */
	private static void set(MemorySegment compress, HuffmanTable table) {
		int pointers = (table.kind() < 16) ? JpegLibrary.DC_TABLES : JpegLibrary.AC_TABLES;
		MemorySegment target = compress.get(ADDRESS, pointers + 8L * (table.kind() & 15))
			.reinterpret(JpegLibrary.TABLE_BYTES);
		for (int length = 1; length < table.counts().length; length++) {
			target.set(JAVA_BYTE, length, (byte) table.counts()[length]);
		}
		for (int i = 0; i < table.symbols().length; i++) {
			target.set(JAVA_BYTE, JpegLibrary.TABLE_SYMBOLS + i, (byte) table.symbols()[i]);
		}
	}

	/** Pointers to the rows of each plane, sixteen pixels high or eight if grey. */
	private static final class Strips {

		private final Picture picture;

		private final int lines;

		private final MemorySegment planes;

		private final MemorySegment[] rows;

		Strips(Arena arena, Picture picture) {
			this.picture = picture;
			this.lines = Part.lines(picture);
			int count = picture.planes().size();
			this.planes = arena.allocate(ADDRESS, count);
			this.rows = new MemorySegment[count];
			for (int i = 0; i < count; i++) {
				this.rows[i] = arena.allocate(ADDRESS, this.lines);
				this.planes.setAtIndex(ADDRESS, i, this.rows[i]);
			}
		}

		/** Beyond the bottom the last row is repeated. */
		MemorySegment pointTo(int left, int strip) {
			for (int i = 0; i < this.rows.length; i++) {
				Plane plane = this.picture.planes().get(i);
				int high = (i == 0) ? this.lines : this.lines / 2;
				for (int row = 0; row < high; row++) {
					int y = Math.min(strip * high + row, plane.height() - 1);
					this.rows[i].setAtIndex(ADDRESS, row, MemorySegment
						.ofAddress(plane.bytes().address() + plane.offset(y) + ((i == 0) ? left : left / 2)));
				}
			}
			return this.planes;
		}

	}

}
