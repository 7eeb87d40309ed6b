package io.safelight.imaging.render;

import java.io.IOException;

import io.safelight.imaging.render.jpeg.JavaJpegWriter;
import io.safelight.imaging.render.jpeg.JpegSettings;
import io.safelight.imaging.render.jpeg.NativeCodec;
import io.safelight.imaging.render.plane.Picture;

/**
 * Writes JPEG files the native way, if there is one, and with the JDK otherwise. They
 * hold pixels and nothing else. Thread-safe.
 */
final class PictureWriter {

	private final NativeCodec codec;

	PictureWriter(NativeCodec codec) {
		this.codec = codec;
	}

	byte[] write(Picture picture, JpegSettings settings) throws IOException {
		return this.codec.writes() ? this.codec.encode(picture, settings) : JavaJpegWriter.write(picture, settings);
	}

}
