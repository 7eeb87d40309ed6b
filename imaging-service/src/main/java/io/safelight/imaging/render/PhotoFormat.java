package io.safelight.imaging.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of file that are understood, told apart by their first bytes and by nothing
 * else: neither a name nor a declared type is believed.
 */
enum PhotoFormat {

	JPEG {
		@Override
		boolean begins(byte[] start) {
			return startsWith(start, 0, 0xFF, 0xD8, 0xFF);
		}
	},
	PNG {
		@Override
		boolean begins(byte[] start) {
			return startsWith(start, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
		}
	},
	TIFF {
		@Override
		boolean begins(byte[] start) {
			return startsWith(start, 0, 'I', 'I', 42, 0) || startsWith(start, 0, 'M', 'M', 0, 42);
		}
	},
	WEBP {
		@Override
		boolean begins(byte[] start) {
			return startsWith(start, 0, 'R', 'I', 'F', 'F') && startsWith(start, 8, 'W', 'E', 'B', 'P');
		}
	};

	/** How many leading bytes {@link #of(byte[])} wants to see. */
	static final int BYTES_TO_SNIFF = 16;

	abstract boolean begins(byte[] start);

	static Optional<PhotoFormat> of(byte[] start) {
		return Arrays.stream(values()).filter((format) -> format.begins(start)).findFirst();
	}

	private static boolean startsWith(byte[] bytes, int offset, int... expected) {
		if (bytes.length < offset + expected.length) {
			return false;
		}
		for (int i = 0; i < expected.length; i++) {
			if ((bytes[offset + i] & 0xFF) != expected[i]) {
				return false;
			}
		}
		return true;
	}

	static String ascii(byte[] bytes, int offset, int length) {
		return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
	}

}
