package io.safelight.imaging.render.jpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions of libjpeg with which files are written, and where its structures have
 * what (jpeglib.h, interface version 62 on a 64-bit processor, which libjpeg-turbo has
 * kept from 1.0 to 3.1). TurboJPEG cannot be given codes of one's own; this can.
 * <p>
 * An error in libjpeg ends the process. While writing there is none but a lack of memory:
 * every argument is checked before.
 */
final class JpegLibrary {

	static final int VERSION = 62;

	static final int COMPRESS_BYTES = 520;

	static final int ERROR_BYTES = 168;

	static final int WIDTH = 48;

	static final int HEIGHT = 52;

	static final int COMPONENTS = 56;

	static final int COLOUR_SPACE = 60;

	/** Two pointers to tables of codes for DC coefficients. */
	static final int DC_TABLES = 128;

	/** Two pointers to tables of codes for AC coefficients. */
	static final int AC_TABLES = 160;

	static final int RAW_DATA = 256;

	static final int OPTIMISE = 264;

	/** Counts of codes by length from index 1, then the symbols in order of length. */
	static final int TABLE_BYTES = 280;

	static final int TABLE_SYMBOLS = 17;

	static final int GREY = 1;

	static final int YCBCR = 3;

	private static final List<String> NAMES = List.of("libjpeg.so.62");

	final MethodHandle standardErrors;

	final MethodHandle create;

	final MethodHandle toMemory;

	final MethodHandle setDefaults;

	final MethodHandle setQuality;

	final MethodHandle progressive;

	final MethodHandle start;

	final MethodHandle write;

	final MethodHandle finish;

	final MethodHandle destroy;

	final MethodHandle free;

	private JpegLibrary(NativeLibrary library) {
		FunctionDescriptor onPicture = FunctionDescriptor.ofVoid(ADDRESS);
		this.standardErrors = library.function("jpeg_std_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
		this.create = library.function("jpeg_CreateCompress", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_LONG));
		this.toMemory = library.function("jpeg_mem_dest", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
		this.setDefaults = library.function("jpeg_set_defaults", onPicture);
		this.setQuality = library.function("jpeg_set_quality", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
		this.progressive = library.function("jpeg_simple_progression", onPicture);
		this.start = library.function("jpeg_start_compress", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
		this.write = library.function("jpeg_write_raw_data",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
		this.finish = library.function("jpeg_finish_compress", onPicture);
		this.destroy = library.function("jpeg_destroy_compress", onPicture);
		this.free = NativeLibrary.standard().function("free", FunctionDescriptor.ofVoid(ADDRESS));
	}

	/** The library, if it is there and is the one whose structures are known. */
	static Optional<JpegLibrary> find() {
		if (ValueLayout.ADDRESS.byteSize() != 8) {
			return Optional.empty();
		}
		return NativeLibrary.find(NAMES).map(JpegLibrary::new);
	}

	/** A structure to write a picture with, its errors set up; zero otherwise. */
	MemorySegment begin(Arena arena) throws Throwable {
		MemorySegment compress = arena.allocate(COMPRESS_BYTES, 16);
		MemorySegment errors = arena.allocate(ERROR_BYTES, 16);
		compress.set(ADDRESS, 0, (MemorySegment) this.standardErrors.invokeExact(errors));
		this.create.invokeExact(compress, VERSION, (long) COMPRESS_BYTES);
		return compress;
	}

}
