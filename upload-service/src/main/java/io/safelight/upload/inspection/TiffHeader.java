package io.safelight.upload.inspection;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * The first directory of a TIFF file, or of the Exif block of another (TIFF 6.0, section
 * 2). Only its inline numbers are read, so reading forward is enough.
 *
 * @param width ImageWidth, 0 if it is not there
 * @param height ImageLength, 0 if it is not there
 * @param orientation Exif's orientation, 1 to 8; 1 if it is not there
 */
record TiffHeader(long width, long height, int orientation) {

	private static final int MAGIC = 42;

	private static final int IMAGE_WIDTH = 256;

	private static final int IMAGE_LENGTH = 257;

	private static final int ORIENTATION = 274;

	private static final int TYPE_SHORT = 3;

	/** From here on the orientation exchanges width and height (Exif 2.32, §4.6.4). */
	private static final int FIRST_TURNED = 5;

	private static final int HEADER_BYTES = 8;

	static TiffHeader read(ForwardReader in) throws IOException {
		in.order((in.u16() == 0x4949) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		if (in.u16() != MAGIC) {
			throw new BrokenHeaderException("no TIFF header");
		}
		long directory = in.u32();
		if (directory < HEADER_BYTES) {
			throw new BrokenHeaderException("the first directory lies within the header");
		}
		in.skip(directory - HEADER_BYTES);
		return entries(in);
	}

	private static TiffHeader entries(ForwardReader in) throws IOException {
		TiffHeader header = new TiffHeader(0, 0, 1);
		int count = in.u16();
		for (int i = 0; i < count; i++) {
			int tag = in.u16();
			int type = in.u16();
			in.skip(4);
			header = header.with(tag, value(in, type));
		}
		return header;
	}

	private static long value(ForwardReader in, int type) throws IOException {
		if (type != TYPE_SHORT) {
			return in.u32();
		}
		int value = in.u16();
		in.skip(2);
		return value;
	}

	private TiffHeader with(int tag, long value) {
		return switch (tag) {
			case IMAGE_WIDTH -> new TiffHeader(value, this.height, this.orientation);
			case IMAGE_LENGTH -> new TiffHeader(this.width, value, this.orientation);
			case ORIENTATION -> new TiffHeader(this.width, this.height, (int) value);
			default -> this;
		};
	}

	boolean isTurned() {
		return this.orientation >= FIRST_TURNED && this.orientation <= 8;
	}

}
