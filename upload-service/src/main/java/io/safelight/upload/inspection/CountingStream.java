package io.safelight.upload.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what is read. Skipping reads, so that the hash below sees every byte.
 */
final class CountingStream extends FilterInputStream {

	private long count;

	CountingStream(InputStream in) {
		super(in);
	}

	long count() {
		return this.count;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		if (value >= 0) {
			this.count++;
		}
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		if (read > 0) {
			this.count += read;
		}
		return read;
	}

	@Override
	public long skip(long wanted) throws IOException {
		return Math.max(0, read(new byte[Math.clamp(wanted, 0, 8192)]));
	}

}
