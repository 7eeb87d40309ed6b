package io.safelight.imaging.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads the one tag that matters from an EXIF block, which is laid out as a TIFF file
 * (TIFF 6.0, section 2). Nothing else in the block is looked at, and damage there is no
 * reason to refuse a picture: it then counts as upright.
 */
final class ExifOrientation {

	private static final int TAG = 0x0112;

	private static final int TYPE_SHORT = 3;

	private static final int ENTRY_BYTES = 12;

	private ExifOrientation() {
	}

	static Orientation read(byte[] tiff) {
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff))) {
			return read(in);
		}
		catch (IOException ex) {
			return Orientation.UPRIGHT;
		}
	}

	/** Reads a whole TIFF file or an EXIF block; the stream starts at its first byte. */
	static Orientation read(ImageInputStream tiff) {
		try {
			tiff.setByteOrder((tiff.read() == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			tiff.seek(4);
			tiff.seek(tiff.readUnsignedInt());
			return findIn(tiff, tiff.readUnsignedShort());
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			return Orientation.UPRIGHT;
		}
	}

	private static Orientation findIn(ImageInputStream tiff, int entries) throws IOException {
		for (int i = 0; i < entries; i++) {
			long entry = tiff.getStreamPosition();
			if (tiff.readUnsignedShort() == TAG && tiff.readUnsignedShort() == TYPE_SHORT) {
				tiff.skipBytes(4);
				return Orientation.of(tiff.readUnsignedShort());
			}
			tiff.seek(entry + ENTRY_BYTES);
		}
		return Orientation.UPRIGHT;
	}

}
