package io.safelight.upload.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers from a stream that is only read forward. Not thread-safe.
 */
final class ForwardReader {

	private final InputStream in;

	private ByteOrder order = ByteOrder.BIG_ENDIAN;

	private long position;

	ForwardReader(InputStream in) {
		this.in = in;
	}

	void order(ByteOrder byteOrder) {
		this.order = byteOrder;
	}

	/** How many bytes were read or skipped. */
	long position() {
		return this.position;
	}

	byte[] bytes(int count) throws IOException {
		byte[] bytes = this.in.readNBytes(count);
		if (bytes.length < count) {
			throw new EOFException();
		}
		this.position += count;
		return bytes;
	}

	void skip(long count) throws IOException {
		this.in.skipNBytes(count);
		this.position += count;
	}

	int u8() throws IOException {
		return bytes(1)[0] & 0xff;
	}

	int u16() throws IOException {
		return ByteBuffer.wrap(bytes(2)).order(this.order).getShort() & 0xffff;
	}

	int u24() throws IOException {
		int low = u16();
		return (this.order == ByteOrder.LITTLE_ENDIAN) ? low | (u8() << 16) : (low << 8) | u8();
	}

	long u32() throws IOException {
		return ByteBuffer.wrap(bytes(4)).order(this.order).getInt() & 0xffff_ffffL;
	}

}
