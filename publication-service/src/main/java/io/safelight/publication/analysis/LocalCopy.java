package io.safelight.publication.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An original on this machine's disk, as long as it is needed.
 *
 * @param file where
 * @param sha256 the hash of what was read, in lower-case hex
 * @param etag the entity tag of the object that it was read from
 */
record LocalCopy(Path file, String sha256, String etag) implements AutoCloseable {

	/**
	 * Copies at most one byte more than expected: what is longer is wrong anyway.
	 */
	static LocalCopy of(InputStream content, long expectedBytes, String etag) throws IOException {
		Path file = Files.createTempFile("safelight-original-", ".tmp");
		MessageDigest digest = newSha256();
		try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
			byte[] buffer = new byte[1 << 16];
			long left = expectedBytes + 1;
			int read = 0;
			while (left > 0 && read >= 0) {
				out.write(buffer, 0, read);
				left -= read;
				read = content.read(buffer, 0, (int) Math.min(buffer.length, Math.max(1, left)));
			}
		}
		catch (IOException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
		return new LocalCopy(file, HexFormat.of().formatHex(digest.digest()), etag);
	}

	private static MessageDigest newSha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
	}

}
