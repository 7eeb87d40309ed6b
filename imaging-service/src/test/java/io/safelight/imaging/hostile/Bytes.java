package io.safelight.imaging.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Puts files together, byte by byte.
 */
final class Bytes {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] concat(byte[]... parts) {
		Bytes all = new Bytes();
		for (byte[] part : parts) {
			all.put(part);
		}
		return all.toArray();
	}

	static byte[] cut(byte[] bytes, double part) {
		return Arrays.copyOf(bytes, (int) (bytes.length * part));
	}

	static byte[] zeros(int count) {
		return new byte[count];
	}

	static byte[] deflate(byte[] bytes) {
		Deflater deflater = new Deflater(9);
		deflater.setInput(bytes);
		deflater.finish();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] buffer = new byte[1 << 16];
		while (!deflater.finished()) {
			out.write(buffer, 0, deflater.deflate(buffer));
		}
		deflater.end();
		return out.toByteArray();
	}

	Bytes put(byte... bytes) {
		this.out.writeBytes(bytes);
		return this;
	}

	Bytes put(String text) {
		return put(ascii(text));
	}

	Bytes u8(int... values) {
		for (int value : values) {
			this.out.write(value);
		}
		return this;
	}

	Bytes be16(int... values) {
		for (int value : values) {
			u8(value >> 8, value);
		}
		return this;
	}

	Bytes be32(long value) {
		return be16((int) (value >> 16), (int) value);
	}

	Bytes le16(int value) {
		return u8(value, value >> 8);
	}

	Bytes le24(int value) {
		return u8(value, value >> 8, value >> 16);
	}

	Bytes le32(long value) {
		return le16((int) value).le16((int) (value >> 16));
	}

	/** A chunk of a PNG file, with its checksum. */
	Bytes chunk(String type, byte[] data) {
		CRC32 crc = new CRC32();
		crc.update(ascii(type));
		crc.update(data);
		return be32(data.length).put(type).put(data).be32(crc.getValue());
	}

	/** A chunk of a RIFF file, padded. */
	Bytes riff(String type, byte[] data) {
		put(type).le32(data.length).put(data);
		return (data.length % 2 == 0) ? this : u8(0);
	}

	/** A segment of a JPEG file. */
	Bytes segment(int marker, byte[] data) {
		return u8(0xFF, marker).be16(data.length + 2).put(data);
	}

	byte[] toArray() {
		return this.out.toByteArray();
	}

}
