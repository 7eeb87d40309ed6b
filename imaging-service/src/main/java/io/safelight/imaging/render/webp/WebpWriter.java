package io.safelight.imaging.render.webp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

import io.safelight.imaging.render.jpeg.NativeLibrary;
import io.safelight.imaging.render.plane.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Encodes lossy WebP with libwebp (encode.h of 1.2, whose structures are the same in all
 * 1.x). The planes are handed over as they are, without a way through RGB. Thread-safe.
 */
@SuppressWarnings("restricted")
public final class WebpWriter {

	private static final Logger log = LoggerFactory.getLogger(WebpWriter.class);

	private static final List<String> NAMES = List.of("libwebp.so.7", "libwebp.7.dylib",
			"/opt/homebrew/lib/libwebp.dylib", "libwebp.dll");

	/** Only the first byte of a version is compared: all 1.x have this one. */
	private static final int ABI = 0x0200;

	/** More than the structures have in any 1.x. */
	private static final int CONFIG_BYTES = 256;

	private static final int PICTURE_BYTES = 512;

	private static final int MEMORY_BYTES = 64;

	/** libwebp's own middle is 4; it takes twice as long and saves 2 % of the bytes. */
	private static final int METHOD = 2;

	private static final int MOST_PIXELS_A_SIDE = 16383;

	private final MethodHandle initialiseConfig;

	private final MethodHandle initialisePicture;

	private final MethodHandle encode;

	private final MethodHandle initialiseMemory;

	private final MethodHandle clearMemory;

	private final MemorySegment writeToMemory;

	private WebpWriter(NativeLibrary library) {
		this.initialiseConfig = library.function("WebPConfigInitInternal",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_INT));
		this.initialisePicture = library.function("WebPPictureInitInternal",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
		this.encode = library.function("WebPEncode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
		this.initialiseMemory = library.function("WebPMemoryWriterInit", FunctionDescriptor.ofVoid(ADDRESS));
		this.clearMemory = library.function("WebPMemoryWriterClear", FunctionDescriptor.ofVoid(ADDRESS));
		this.writeToMemory = library.address("WebPMemoryWrite");
	}

	/**
	 * The system's library; {@code -Dsafelight.imaging.native=false} hides it. Its
	 * absence is logged once, with what to install.
	 */
	public static Optional<WebpWriter> find() {
		return Holder.FOUND;
	}

	private static Optional<WebpWriter> look() {
		if (!Boolean.parseBoolean(System.getProperty("safelight.imaging.native", "true"))) {
			return Optional.empty();
		}
		try {
			Optional<WebpWriter> found = NativeLibrary.find(NAMES).map(WebpWriter::new);
			if (found.isEmpty()) {
				log.warn("libwebp was not found: there are no WebP copies. Install it: apt-get install libwebp7");
			}
			return found;
		}
		catch (IllegalStateException ex) {
			log.warn("libwebp is too old, there are no WebP copies: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	/**
	 * Encodes a picture.
	 * @param picture not changed
	 * @param quality between 0 and 100
	 * @throws IOException if the library cannot do it
	 */
	public byte[] write(Picture picture, float quality) throws IOException {
		if (picture.longestSide() > MOST_PIXELS_A_SIDE) {
			throw new IOException("WebP has at most " + MOST_PIXELS_A_SIDE + " pixels a side");
		}
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment memory = arena.allocate(MEMORY_BYTES);
			this.initialiseMemory.invokeExact(memory);
			try {
				encode(arena, StudioRange.of(arena, picture), quality, memory);
				long length = memory.get(JAVA_LONG, ADDRESS.byteSize());
				return memory.get(ADDRESS, 0).reinterpret(length).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
			}
			finally {
				this.clearMemory.invokeExact(memory);
			}
		}
		catch (IOException | RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void encode(Arena arena, StudioRange planes, float quality, MemorySegment memory) throws Throwable {
		MemorySegment config = arena.allocate(CONFIG_BYTES, Long.BYTES);
		MemorySegment picture = arena.allocate(PICTURE_BYTES, Long.BYTES);
		int known = (int) this.initialiseConfig.invokeExact(config, 0, quality, ABI)
				& (int) this.initialisePicture.invokeExact(picture, ABI);
		if (known == 0) {
			throw new IOException("This libwebp is of another major version");
		}
		config.set(JAVA_INT, ConfigOffset.METHOD, METHOD);
		picture.set(JAVA_INT, PictureOffset.WIDTH, planes.luma().width());
		picture.set(JAVA_INT, PictureOffset.HEIGHT, planes.luma().height());
		picture.set(ADDRESS, PictureOffset.Y, planes.luma().bytes());
		picture.set(ADDRESS, PictureOffset.U, planes.blue().bytes());
		picture.set(ADDRESS, PictureOffset.V, planes.red().bytes());
		picture.set(JAVA_INT, PictureOffset.Y_STRIDE, planes.luma().stride());
		picture.set(JAVA_INT, PictureOffset.UV_STRIDE, planes.blue().stride());
		picture.set(ADDRESS, PictureOffset.WRITER, this.writeToMemory);
		picture.set(ADDRESS, PictureOffset.CUSTOM_POINTER, memory);
		int done = (int) this.encode.invokeExact(config, picture);
		if (done == 0) {
			throw new IOException("libwebp failed with error " + picture.get(JAVA_INT, PictureOffset.ERROR));
		}
	}

	/** Where the fields of {@code WebPConfig} are. */
	private static final class ConfigOffset {

		static final long METHOD = 8;

	}

	/** Where the fields of {@code WebPPicture} are, with pointers of eight bytes. */
	private static final class PictureOffset {

		static final long WIDTH = 8;

		static final long HEIGHT = 12;

		static final long Y = 16;

		static final long U = 24;

		static final long V = 32;

		static final long Y_STRIDE = 40;

		static final long UV_STRIDE = 44;

		static final long WRITER = 96;

		static final long CUSTOM_POINTER = 104;

		static final long ERROR = 136;

	}

	private static final class Holder {

		static final Optional<WebpWriter> FOUND = look();

	}

}
