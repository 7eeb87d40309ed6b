package io.safelight.purchase.link;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Lets a slice of what is written through, and counts what was flushed towards the
 * client, which is the most that can be known of what has arrived. For one thread.
 */
final class SliceOutputStream extends OutputStream {

	private final OutputStream client;

	private final ByteRange slice;

	private long position;

	private long sent;

	SliceOutputStream(OutputStream client, ByteRange slice) {
		this.client = client;
		this.slice = slice;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] buffer, int from, int length) throws IOException {
		long begin = Math.max(this.position, this.slice.from());
		long end = Math.min(this.position + length, this.slice.to());
		if (begin < end) {
			send(buffer, from + (int) (begin - this.position), (int) (end - begin));
		}
		this.position += length;
	}

	private void send(byte[] buffer, int from, int length) throws ClientGoneException {
		try {
			this.client.write(buffer, from, length);
			this.client.flush();
			this.sent += length;
		}
		catch (IOException ex) {
			throw new ClientGoneException(ex);
		}
	}

	/** Whether the whole slice has been let through. */
	boolean isThrough() {
		return this.sent == this.slice.length();
	}

	/** The part of the slice that was let through. */
	ByteRange sent() {
		return new ByteRange(this.slice.from(), this.slice.from() + this.sent);
	}

	/**
	 * The client does not take any more.
	 */
	static final class ClientGoneException extends IOException {

		private static final long serialVersionUID = 1L;

		ClientGoneException(IOException cause) {
			super("The client does not take any more", cause);
		}

	}

}
