package io.safelight.upload.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Follows a JPEG file's segments to the frame header (ITU-T T.81, annex B), which may
 * come after megabytes of metadata.
 */
final class JpegHeader {

	private static final int END_OF_IMAGE = 0xd9;

	private static final int START_OF_SCAN = 0xda;

	private static final int APP1 = 0xe1;

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	private JpegHeader() {
	}

	static Dimensions read(ForwardReader in) throws IOException {
		in.skip(2);
		boolean turned = false;
		while (true) {
			int marker = marker(in);
			if (marker == END_OF_IMAGE || marker == START_OF_SCAN) {
				throw new BrokenHeaderException("no frame header before the scan");
			}
			if (isStandalone(marker)) {
				continue;
			}
			int length = in.u16() - 2;
			if (length < 0) {
				throw new BrokenHeaderException("a segment shorter than its own length");
			}
			if (isFrame(marker)) {
				Dimensions dimensions = frame(in);
				return turned ? dimensions.turned() : dimensions;
			}
			if (marker == APP1) {
				turned |= isTurned(in.bytes(length));
			}
			else {
				in.skip(length);
			}
		}
	}

	/** Any number of 0xFF may fill the space before a marker. */
	private static int marker(ForwardReader in) throws IOException {
		if (in.u8() != 0xff) {
			throw new BrokenHeaderException("no marker where one must be");
		}
		int marker = in.u8();
		while (marker == 0xff) {
			marker = in.u8();
		}
		return marker;
	}

	private static boolean isStandalone(int marker) {
		return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
	}

	/** SOF0 to SOF15; C4, C8 and CC are tables and an extension. */
	private static boolean isFrame(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	private static Dimensions frame(ForwardReader in) throws IOException {
		in.skip(1);
		int height = in.u16();
		int width = in.u16();
		if (width == 0 || height == 0) {
			throw new BrokenHeaderException("a frame without pixels");
		}
		return new Dimensions(width, height);
	}

	/** A block that cannot be followed is only metadata: it does not turn the picture. */
	private static boolean isTurned(byte[] segment) {
		if (segment.length < EXIF.length || Arrays.mismatch(segment, 0, EXIF.length, EXIF, 0, EXIF.length) >= 0) {
			return false;
		}
		try {
			ByteArrayInputStream exif = new ByteArrayInputStream(segment, EXIF.length, segment.length - EXIF.length);
			return TiffHeader.read(new ForwardReader(exif)).isTurned();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
