package io.safelight.publication.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of file that are taken, told by their first bytes.
 */
enum PhotoFormat {

	JPEG, PNG, TIFF, WEBP;

	private static final int BYTES_TO_SNIFF = 12;

	static Optional<PhotoFormat> of(Path file) throws IOException {
		byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = Arrays.copyOf(in.readNBytes(BYTES_TO_SNIFF), BYTES_TO_SNIFF);
		}
		return Arrays.stream(values()).filter((format) -> format.begins(start)).findFirst();
	}

	private boolean begins(byte[] start) {
		return switch (this) {
			case JPEG -> has(start, 0, 0xFF, 0xD8, 0xFF);
			case PNG -> has(start, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
			case TIFF -> has(start, 0, 'I', 'I', 42, 0) || has(start, 0, 'M', 'M', 0, 42);
			case WEBP -> has(start, 0, 'R', 'I', 'F', 'F') && has(start, 8, 'W', 'E', 'B', 'P');
		};
	}

	private static boolean has(byte[] bytes, int offset, int... expected) {
		for (int i = 0; i < expected.length; i++) {
			if ((bytes[offset + i] & 0xFF) != expected[i]) {
				return false;
			}
		}
		return true;
	}

}
