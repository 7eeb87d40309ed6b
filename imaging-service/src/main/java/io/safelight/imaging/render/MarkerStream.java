package io.safelight.imaging.render;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a JPEG file by its markers, with a buffer that is searched rather than read byte
 * by byte: nearly all of a file is the data between two markers.
 */
final class MarkerStream {

	private static final int PREFIX = 0xFF;

	private final InputStream in;

	private final byte[] buffer = new byte[1 << 16];

	private int position;

	private int limit;

	MarkerStream(InputStream in) {
		this.in = in;
	}

	/** The next byte. */
	int next() throws IOException {
		if (this.position == this.limit) {
			fill();
		}
		return this.buffer[this.position++] & 0xFF;
	}

	int nextShort() throws IOException {
		return next() << 8 | next();
	}

	/** The next marker; whatever comes before it is passed over. */
	int nextMarker() throws IOException {
		passOverData();
		int value = next();
		while (value == PREFIX) {
			value = next();
		}
		return value;
	}

	/** The next marker that ends a scan: FF00 is data and FFD0 to FFD7 restart it. */
	int nextMarkerAfterScan() throws IOException {
		int marker = nextMarker();
		while (marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) {
			marker = nextMarker();
		}
		return marker;
	}

	byte[] read(int count) throws IOException {
		byte[] bytes = new byte[count];
		for (int done = 0; done < count;) {
			if (this.position == this.limit) {
				fill();
			}
			int part = Math.min(count - done, this.limit - this.position);
			System.arraycopy(this.buffer, this.position, bytes, done, part);
			this.position += part;
			done += part;
		}
		return bytes;
	}

	void skip(int count) throws IOException {
		for (int left = count; left > 0;) {
			if (this.position == this.limit) {
				fill();
			}
			int part = Math.min(left, this.limit - this.position);
			this.position += part;
			left -= part;
		}
	}

	/** Goes on to the byte behind the next prefix. */
	private void passOverData() throws IOException {
		while (true) {
			for (int i = this.position; i < this.limit; i++) {
				if (this.buffer[i] == (byte) PREFIX) {
					this.position = i + 1;
					return;
				}
			}
			fill();
		}
	}

	private void fill() throws IOException {
		int count = this.in.read(this.buffer);
		if (count <= 0) {
			throw new EOFException();
		}
		this.position = 0;
		this.limit = count;
	}

}
