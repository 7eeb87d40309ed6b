package io.safelight.publication.analysis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a file goes on to the end of its picture. Decoders fill up what is missing and
 * hardly complain, and one that skips lines does not even notice. What follows the end,
 * such as a phone's film, does not matter.
 */
final class FileEnd {

	private static final int PNG_SIGNATURE = 8;

	private static final int RIFF_HEADER = 8;

	private FileEnd() {
	}

	static boolean isMissing(PhotoFormat format, Path file) throws IOException {
		try {
			switch (format) {
				case JPEG -> walkJpeg(file);
				case PNG -> walkPng(file);
				case WEBP -> checkRiff(file);
				case TIFF -> {
					// Its parts lie in any order: the decoder finds what is missing.
				}
			}
			return false;
		}
		catch (EOFException ex) {
			return true;
		}
	}

	/** From marker to marker up to the end of the image (ITU-T T.81, annex B). */
	private static void walkJpeg(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
			in.skipNBytes(2);
			int marker = nextMarker(in);
			while (marker != 0xD9) {
				if (marker != 0x01 && (marker < 0xD0 || marker > 0xD8)) {
					in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
				}
				marker = nextMarker(in);
			}
		}
	}

	/** In the coded data FF00 is a byte and FFD0 to FFD7 restart it: neither ends it. */
	private static int nextMarker(DataInputStream in) throws IOException {
		int marker = 0;
		while (marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) {
			int value = in.readUnsignedByte();
			while (value != 0xFF) {
				value = in.readUnsignedByte();
			}
			while (value == 0xFF) {
				value = in.readUnsignedByte();
			}
			marker = value;
		}
		return marker;
	}

	/** From chunk to chunk: length, type, data, checksum (W3C PNG, §5.3). */
	private static void walkPng(Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			long position = PNG_SIGNATURE;
			byte[] type = new byte[4];
			while (!"IEND".equals(new String(type, StandardCharsets.US_ASCII))) {
				in.seek(position);
				long length = Integer.toUnsignedLong(in.readInt());
				in.readFully(type);
				position += 12 + length;
			}
		}
	}

	private static void checkRiff(Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			in.seek(4);
			long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
			if (in.length() < RIFF_HEADER + length) {
				throw new EOFException();
			}
		}
	}

}
