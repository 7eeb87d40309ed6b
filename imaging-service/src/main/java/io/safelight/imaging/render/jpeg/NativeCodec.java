package io.safelight.imaging.render.jpeg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Optional;

import io.safelight.imaging.render.plane.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of libjpeg-turbo has been found on this machine. Looked for once. Thread-safe.
 */
public final class NativeCodec {

	private static final Logger log = LoggerFactory.getLogger(NativeCodec.class);

	private final Optional<TurboJpeg> reader;

	private final Optional<JpegWriter> writer;

	private NativeCodec(Optional<TurboJpeg> reader, Optional<JpegWriter> writer) {
		this.reader = reader;
		this.writer = writer;
	}

	/** The system's libraries; {@code -Dsafelight.imaging.native=false} hides them. */
	public static NativeCodec get() {
		return Holder.FOUND;
	}

	/** As if nothing were installed. */
	public static NativeCodec none() {
		return new NativeCodec(Optional.empty(), Optional.empty());
	}

	private static NativeCodec find() {
		if (!Boolean.parseBoolean(System.getProperty("safelight.imaging.native", "true"))) {
			return none();
		}
		NativeCodec found = new NativeCodec(TurboJpeg.find(), JpegWriter.find());
		if (!found.reads() || !found.writes()) {
			log.warn("libjpeg-turbo was not found ({}): pictures are made several times slower. "
					+ "Install it: apt-get install libturbojpeg0 libjpeg62-turbo", found);
		}
		return found;
	}

	public boolean reads() {
		return this.reader.isPresent();
	}

	public boolean writes() {
		return this.writer.isPresent();
	}

	/**
	 * Decodes a JPEG file of one or three components.
	 * @param memory where the picture is put
	 * @param passing where its chroma is put if that has yet to be halved
	 * @param file outside the heap
	 * @param width what the file's header has been found to say
	 * @param height what the file's header has been found to say
	 * @throws JpegDecodingException if it is damaged or of a kind not read here
	 */
	public Picture decode(SegmentAllocator memory, SegmentAllocator passing, MemorySegment file, int width, int height)
			throws JpegDecodingException {
		return this.reader.orElseThrow().decode(memory, passing, file, width, height);
	}

	/**
	 * Encodes a picture.
	 * @param picture grey, or with chroma for each four pixels; not changed but for its
	 * padding
	 */
	public byte[] encode(Picture picture, JpegSettings settings) {
		return this.writer.orElseThrow().write(picture, settings);
	}

	@Override
	public String toString() {
		return "reader: " + (reads() ? "yes" : "no") + ", writer: " + (writes() ? "yes" : "no");
	}

	private static final class Holder {

		static final NativeCodec FOUND = find();

	}

}
