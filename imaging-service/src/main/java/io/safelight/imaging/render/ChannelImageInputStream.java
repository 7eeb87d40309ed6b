package io.safelight.imaging.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Lets decoders read a file that others read too. It has a position and a buffer of its
 * own and never closes the channel; the JDK's stream for files closes its file as soon as
 * the garbage collector finds the stream, even while another one reads.
 */
final class ChannelImageInputStream extends ImageInputStreamImpl {

	private final FileChannel channel;

	private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);

	/** Where in the file the buffer begins. */
	private long bufferStart;

	ChannelImageInputStream(FileChannel channel) {
		this.channel = channel;
	}

	@Override
	public int read() throws IOException {
		checkClosed();
		this.bitOffset = 0;
		if (!fill()) {
			return -1;
		}
		this.streamPos++;
		return this.buffer.get() & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		checkClosed();
		this.bitOffset = 0;
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int count = Math.min(length, this.buffer.remaining());
		this.buffer.get(bytes, offset, count);
		this.streamPos += count;
		return count;
	}

	/** Makes the buffer's next byte that at the stream's position, if there is one. */
	private boolean fill() throws IOException {
		long ahead = this.streamPos - this.bufferStart;
		if (ahead >= 0 && ahead < this.buffer.limit()) {
			this.buffer.position((int) ahead);
			return true;
		}
		this.bufferStart = this.streamPos;
		this.buffer.clear();
		int count = this.channel.read(this.buffer, this.streamPos);
		this.buffer.flip();
		return count > 0;
	}

	@Override
	public long length() {
		try {
			return this.channel.size();
		}
		catch (IOException ex) {
			return -1;
		}
	}

}
