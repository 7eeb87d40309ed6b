package io.safelight.imaging.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

import io.safelight.imaging.render.UnusablePhotoException.Reason;

/**
 * Asks the decoder of a TIFF or WebP file for its header.
 */
final class PluginHeaderReader {

	private static final int RIFF_HEADER = 12;

	private PluginHeaderReader() {
	}

	static PhotoHeader read(Original original, PhotoFormat format) throws IOException, UnusablePhotoException {
		Orientation orientation = (format == PhotoFormat.TIFF) ? ExifOrientation.read(original.open())
				: orientationInWebp(original);
		ImageReader reader = ImageReaders.forFormat(format, 3);
		try {
			reader.setInput(original.open(), false, true);
			ImageTypeSpecifier type = reader.getRawImageType(0);
			int components = (type != null) ? type.getNumComponents() : 4;
			int bits = (type != null) ? type.getBitsPerBand(0) : 16;
			return new PhotoHeader(format, reader.getWidth(0), reader.getHeight(0), components, bits,
					reader.getNumImages(true), orientation, null);
		}
		catch (IOException | RuntimeException ex) {
			throw new UnusablePhotoException(Reason.DAMAGED, "The file's header is damaged.", ex);
		}
		finally {
			reader.dispose();
		}
	}

	/**
	 * Chunks of name, length and padded data follow the twelve bytes of the RIFF header.
	 */
	private static Orientation orientationInWebp(Original original) throws IOException, UnusablePhotoException {
		long end = Integer.toUnsignedLong(littleEndian(original, 4)) + 8;
		if (end > original.length()) {
			throw new UnusablePhotoException(Reason.TRUNCATED,
					"The file ends before the picture does. Upload the complete file.");
		}
		long position = RIFF_HEADER;
		while (position + 8 <= end) {
			long length = Integer.toUnsignedLong(littleEndian(original, position + 4));
			if (isExif(original, position) && length <= end - position - 8 && length <= 1 << 20) {
				return ExifOrientation.read(original.bytesAt(position + 8, (int) length));
			}
			position += 8 + length + (length & 1);
		}
		return Orientation.UPRIGHT;
	}

	private static boolean isExif(Original original, long position) throws IOException {
		return PhotoFormat.ascii(original.bytesAt(position, 4), 0, 4).equals("EXIF");
	}

	private static int littleEndian(Original original, long position) throws IOException {
		return ByteBuffer.wrap(original.bytesAt(position, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
	}

}
