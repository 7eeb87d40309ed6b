package io.safelight.purchase.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Passes bytes on, and counts and hashes them on the way. Closing it does not close what
 * is behind it.
 */
final class MeasuringOutputStream extends OutputStream {

	private final OutputStream next;

	private final MessageDigest digest = Sha256.digest();

	private long bytes;

	MeasuringOutputStream(OutputStream next) {
		this.next = next;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] buffer, int from, int length) throws IOException {
		this.next.write(buffer, from, length);
		this.digest.update(buffer, from, length);
		this.bytes += length;
	}

	@Override
	public void flush() throws IOException {
		this.next.flush();
	}

	/** What has passed. To be asked once, at the end. */
	Measure measure() {
		return new Measure(this.bytes, HexFormat.of().formatHex(this.digest.digest()));
	}

	/**
	 * The size and the hash of some bytes.
	 *
	 * @param bytes how many
	 * @param sha256 their SHA-256 in lower-case hex
	 */
	record Measure(long bytes, String sha256) {
	}

}
