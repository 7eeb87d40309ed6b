package io.safelight.upload.inspection;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first chunk of a WebP file (RFC 9649, sections 2.5 to 2.7).
 */
final class WebpHeader {

	/** "RIFF", the file's size and "WEBP". */
	private static final int CONTAINER_BYTES = 12;

	private static final int KEY_FRAME_CODE = 0x2a019d;

	private static final int LOSSLESS_SIGNATURE = 0x2f;

	private static final int FOURTEEN_BITS = 0x3fff;

	private WebpHeader() {
	}

	static Dimensions read(ForwardReader in) throws IOException {
		in.order(ByteOrder.LITTLE_ENDIAN);
		in.skip(CONTAINER_BYTES);
		String chunk = new String(in.bytes(4), StandardCharsets.US_ASCII);
		in.skip(4);
		return switch (chunk) {
			case "VP8 " -> lossy(in);
			case "VP8L" -> lossless(in);
			case "VP8X" -> extended(in);
			default -> throw new BrokenHeaderException("the first chunk is no picture");
		};
	}

	private static Dimensions lossy(ForwardReader in) throws IOException {
		in.skip(3);
		if (in.u24() != KEY_FRAME_CODE) {
			throw new BrokenHeaderException("no key frame");
		}
		int width = in.u16() & FOURTEEN_BITS;
		int height = in.u16() & FOURTEEN_BITS;
		if (width == 0 || height == 0) {
			throw new BrokenHeaderException("a frame without pixels");
		}
		return new Dimensions(width, height);
	}

	private static Dimensions lossless(ForwardReader in) throws IOException {
		if (in.u8() != LOSSLESS_SIGNATURE) {
			throw new BrokenHeaderException("no lossless stream");
		}
		long bits = in.u32();
		return new Dimensions((int) (bits & FOURTEEN_BITS) + 1, (int) ((bits >> 14) & FOURTEEN_BITS) + 1);
	}

	private static Dimensions extended(ForwardReader in) throws IOException {
		in.skip(4);
		return new Dimensions(in.u24() + 1, in.u24() + 1);
	}

}
