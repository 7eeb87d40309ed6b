package io.safelight.imaging.render.jpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

import io.safelight.imaging.render.jpeg.JpegDecodingException.Cause;
import io.safelight.imaging.render.plane.Picture;
import io.safelight.imaging.render.plane.Plane;
import io.safelight.imaging.render.plane.Sampling;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Decodes with TurboJPEG, the part of libjpeg-turbo that returns from its errors
 * (turbojpeg.h of 2.1; 3.x has the same functions). A handle is used for one file only:
 * after some errors it refuses every later one. Thread-safe.
 */
@SuppressWarnings("restricted")
final class TurboJpeg {

	private static final List<String> NAMES = List.of("libturbojpeg.so.0", "libturbojpeg.0.dylib",
			"/opt/homebrew/lib/libturbojpeg.dylib", "turbojpeg.dll");

	/** TJFLAG_ACCURATEDCT, TJFLAG_STOPONWARNING and TJFLAG_LIMITSCANS. */
	private static final int FLAGS = 4096 | 8192 | 32768;

	/** The library's TJSAMP in its order: 4:4:4, 4:2:2, 4:2:0, grey, 4:4:0, 4:1:1. */
	private static final List<Sampling> SAMPLINGS = List.of(new Sampling(1, 1), new Sampling(2, 1), new Sampling(2, 2),
			new Sampling(1, 1), new Sampling(1, 2), new Sampling(4, 1));

	private static final int GREY_SAMPLING = 3;

	private static final int YCBCR = 1;

	private static final int GREY = 2;

	private final MethodHandle open;

	private final MethodHandle readHeader;

	private final MethodHandle decode;

	private final MethodHandle error;

	private final MethodHandle destroy;

	private TurboJpeg(NativeLibrary library) {
		this.open = library.function("tjInitDecompress", FunctionDescriptor.of(ADDRESS));
		this.readHeader = library.function("tjDecompressHeader3",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
		this.decode = library.function("tjDecompressToYUVPlanes", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
				JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
		this.error = library.function("tjGetErrorStr2", FunctionDescriptor.of(ADDRESS, ADDRESS));
		this.destroy = library.function("tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
	}

	static Optional<TurboJpeg> find() {
		return NativeLibrary.find(NAMES).map(TurboJpeg::new);
	}

	/**
	 * Decodes a whole file.
	 * @param memory where the picture is put
	 * @param passing where its chroma is put if that has yet to be halved
	 * @param width what the file's header has been found to say
	 * @param height what the file's header has been found to say
	 * @throws JpegDecodingException if it is damaged or of a kind not read here
	 */
	Picture decode(SegmentAllocator memory, SegmentAllocator passing, MemorySegment file, int width, int height)
			throws JpegDecodingException {
		try (Arena call = Arena.ofConfined()) {
			MemorySegment handle = (MemorySegment) this.open.invokeExact();
			if (handle.address() == 0) {
				throw new OutOfMemoryError("No memory for a decoder");
			}
			try {
				Picture picture = prepare(call, memory, passing, handle, file, width, height);
				decode(call, handle, file, picture);
				return picture;
			}
			finally {
				int _ = (int) this.destroy.invokeExact(handle);
			}
		}
		catch (JpegDecodingException | RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Reads the header and makes a picture to decode into. */
	private Picture prepare(Arena call, SegmentAllocator memory, SegmentAllocator passing, MemorySegment handle,
			MemorySegment file, int width, int height) throws Throwable {
		MemorySegment out = call.allocate(JAVA_INT, 4);
		int failed = (int) this.readHeader.invokeExact(handle, file, file.byteSize(), out, out.asSlice(4),
				out.asSlice(8), out.asSlice(12));
		if (failed != 0) {
			throw failure(handle);
		}
		if (out.getAtIndex(JAVA_INT, 0) != width || out.getAtIndex(JAVA_INT, 1) != height) {
			throw new JpegDecodingException(Cause.DAMAGED, "the header contradicts itself");
		}
		int sampling = out.getAtIndex(JAVA_INT, 2);
		int space = out.getAtIndex(JAVA_INT, 3);
		if (space == GREY && sampling == GREY_SAMPLING) {
			return Picture.allocateGrey(memory, width, height);
		}
		if (space != YCBCR || sampling < 0 || sampling >= SAMPLINGS.size() || sampling == GREY_SAMPLING) {
			throw new JpegDecodingException(Cause.UNSUITABLE, "no kind of JPEG that is read natively");
		}
		return Picture.allocate(memory, passing, width, height, SAMPLINGS.get(sampling));
	}

	private void decode(Arena call, MemorySegment handle, MemorySegment file, Picture picture) throws Throwable {
		MemorySegment planes = call.allocate(ADDRESS, 3);
		MemorySegment strides = call.allocate(JAVA_INT, 3);
		for (int i = 0; i < picture.planes().size(); i++) {
			Plane plane = picture.planes().get(i);
			planes.setAtIndex(ADDRESS, i, plane.bytes());
			strides.setAtIndex(JAVA_INT, i, plane.stride());
		}
		int failed = (int) this.decode.invokeExact(handle, file, file.byteSize(), planes, picture.width(), strides,
				picture.height(), FLAGS);
		if (failed != 0) {
			throw failure(handle);
		}
	}

	private JpegDecodingException failure(MemorySegment handle) throws Throwable {
		MemorySegment text = (MemorySegment) this.error.invokeExact(handle);
		String message = text.reinterpret(512).getString(0);
		return new JpegDecodingException(causeOf(message), message);
	}

	/** The library tells its errors apart by their text only (jerror.h). */
	private static Cause causeOf(String message) {
		if (message.contains("extraneous bytes") || message.contains("Unknown Adobe")
				|| message.contains("JFIF extension")) {
			return Cause.DOUBTFUL;
		}
		if (message.contains("Unsupported") || message.contains("not supported")
				|| message.contains("not implemented")) {
			return Cause.UNSUITABLE;
		}
		return (message.contains("end of JPEG") || message.contains("end of input") || message.contains("end of file"))
				? Cause.TRUNCATED : Cause.DAMAGED;
	}

}
