package io.safelight.imaging.render;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.imageio.stream.ImageInputStream;

import io.safelight.imaging.render.UnusablePhotoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The photographer's file while it is worked on. Its bytes lie in a temporary file that
 * is unlinked as soon as it is open, so that not even a killed process leaves a
 * photograph behind. Used by one thread at a time.
 */
public final class Original implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final RandomAccessFile file;

	private final long length;

	private final String sha256;

	private @Nullable PhotoHeader header;

	private Original(RandomAccessFile file, long length, String sha256) {
		this.file = file;
		this.length = length;
		this.sha256 = sha256;
	}

	/**
	 * Copies a stream to a nameless temporary file.
	 * @param bytes the photograph; read to its end, not closed
	 * @param limit the largest number of bytes accepted
	 * @return the original, to be closed by the caller
	 * @throws UnusablePhotoException if there are no bytes, or more than the limit
	 * @throws IOException if the stream or the disk fails
	 */
	public static Original receive(InputStream bytes, long limit) throws IOException, UnusablePhotoException {
		Path path = Files.createTempFile("safelight-original", null);
		RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		try {
			Files.delete(path);
			return copy(bytes, limit, file);
		}
		catch (IOException | UnusablePhotoException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	private static Original copy(InputStream bytes, long limit, RandomAccessFile file)
			throws IOException, UnusablePhotoException {
		MessageDigest digest = Sha256.digest();
		OutputStream out = new DigestOutputStream(Channels.newOutputStream(file.getChannel()), digest);
		long length = 0;
		byte[] buffer = new byte[BUFFER];
		for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
			length += read;
			if (length > limit) {
				throw new UnusablePhotoException(Reason.TOO_LARGE,
						"The file has more than " + limit + " bytes. Export it with a higher compression.");
			}
			out.write(buffer, 0, read);
		}
		if (length == 0) {
			throw new UnusablePhotoException(Reason.TRUNCATED, "The file is empty.");
		}
		return new Original(file, length, HexFormat.of().formatHex(digest.digest()));
	}

	/** Number of bytes. */
	public long length() {
		return this.length;
	}

	/** SHA-256 of the bytes, lower-case hexadecimal. */
	public String sha256() {
		return this.sha256;
	}

	/** The bytes from the first one on; not to be closed. */
	public InputStream stream() throws IOException {
		return Channels.newInputStream(this.file.getChannel().position(0));
	}

	/** A reader from the first byte; closing it leaves the original open. */
	ImageInputStream open() {
		return new ChannelImageInputStream(this.file.getChannel());
	}

	/** What the file says of its picture; read once, for it means reading all of it. */
	PhotoHeader header(HeaderReader reader) throws IOException, UnusablePhotoException {
		PhotoHeader known = this.header;
		if (known == null) {
			known = reader.read(this);
			this.header = known;
		}
		return known;
	}

	/** All bytes, mapped into memory outside the heap; only to be read. */
	MemorySegment map(Arena arena) throws IOException {
		return this.file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, this.length, arena);
	}

	byte[] firstBytes(int count) throws IOException {
		return bytesAt(0, (int) Math.min(count, this.length));
	}

	byte[] bytesAt(long position, int count) throws IOException {
		if (position < 0 || count < 0 || position + count > this.length) {
			throw new EOFException("The file ends before byte " + (position + count));
		}
		byte[] bytes = new byte[count];
		read(position, bytes, count);
		return bytes;
	}

	/** Fills the beginning of an array. */
	void read(long position, byte[] bytes, int count) throws IOException {
		this.file.seek(position);
		this.file.readFully(bytes, 0, count);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	/** Reads headers. */
	interface HeaderReader {

		PhotoHeader read(Original original) throws IOException, UnusablePhotoException;

	}

}
