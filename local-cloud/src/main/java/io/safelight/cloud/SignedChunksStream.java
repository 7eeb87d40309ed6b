package io.safelight.cloud;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Passes an {@code aws-chunked} body on as it is and checks the signature of each chunk
 * before it gives out what follows it. The body:
 *
 * <pre>
 * size in hexadecimal;chunk-signature=signature CRLF data CRLF … 0;chunk-signature=… CRLF
 * name:value CRLF … x-amz-trailer-signature:signature CRLF CRLF
 * </pre>
 */
final class SignedChunksStream extends FilterInputStream {

	private static final String CHUNK = ";chunk-signature=";

	private static final String TRAILER = "x-amz-trailer-signature:";

	private static final int LONGEST_LINE = 8192;

	private final ChunkSignatures signatures;

	private final boolean trailer;

	private final MessageDigest digest = SigningKey.sha256();

	private InputStream framing = InputStream.nullInputStream();

	private String signature = "";

	private long left;

	private boolean last;

	SignedChunksStream(InputStream body, ChunkSignatures signatures, boolean trailer) {
		super(body);
		this.signatures = signatures;
		this.trailer = trailer;
		this.left = -1;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		int framed = this.framing.read(bytes, offset, length);
		if (framed > 0) {
			return framed;
		}
		if (this.left > 0) {
			return readData(bytes, offset, (int) Math.min(length, this.left));
		}
		if (this.last) {
			return super.read(bytes, offset, length);
		}
		this.framing = new ByteArrayInputStream(readFraming());
		return this.framing.read(bytes, offset, length);
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private int readData(byte[] bytes, int offset, int length) throws IOException {
		int count = super.read(bytes, offset, length);
		if (count < 0) {
			throw incomplete();
		}
		this.digest.update(bytes, offset, count);
		this.left -= count;
		return count;
	}

	// The end of one chunk and the head of the next; after the last chunk, all the rest.
	private byte[] readFraming() throws IOException {
		ByteArrayOutputStream raw = new ByteArrayOutputStream();
		if (this.left == 0) {
			readLine(raw);
			this.signatures.checkChunk(digestOfChunk(), this.signature);
		}
		String head = readLine(raw);
		int separator = head.indexOf(CHUNK);
		if (separator < 1) {
			throw incomplete();
		}
		this.left = Long.parseLong(head.substring(0, separator), 16);
		this.signature = head.substring(separator + CHUNK.length());
		if (this.left == 0) {
			this.last = true;
			this.signatures.checkChunk(digestOfChunk(), this.signature);
			if (this.trailer) {
				readTrailer(raw);
			}
		}
		return raw.toByteArray();
	}

	private void readTrailer(ByteArrayOutputStream raw) throws IOException {
		StringBuilder signed = new StringBuilder();
		String line = readLine(raw);
		while (!line.startsWith(TRAILER)) {
			if (!line.isEmpty()) {
				signed.append(line).append('\n');
			}
			line = readLine(raw);
		}
		this.signatures.checkTrailer(signed.toString(), line.substring(TRAILER.length()));
	}

	private String digestOfChunk() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	private String readLine(ByteArrayOutputStream raw) throws IOException {
		int start = raw.size();
		int b = this.in.read();
		while (b != '\n') {
			if (b < 0 || raw.size() - start > LONGEST_LINE) {
				throw incomplete();
			}
			raw.write(b);
			b = this.in.read();
		}
		raw.write(b);
		return raw.toString(StandardCharsets.ISO_8859_1).substring(start).strip();
	}

	private static RefusedBodyException incomplete() {
		return new RefusedBodyException(new AwsError(400, "IncompleteBody",
				"The request body is not in the chunks that its headers announce."));
	}

}
