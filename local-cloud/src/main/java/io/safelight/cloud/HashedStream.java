package io.safelight.cloud;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Passes bytes on and compares their SHA-256 before it gives out the last of them.
 */
final class HashedStream extends FilterInputStream {

	private final MessageDigest digest = SigningKey.sha256();

	private final String expected;

	private long left;

	private boolean compared;

	HashedStream(InputStream body, long length, String expected) {
		super(body);
		this.left = length;
		this.expected = expected;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int count = super.read(bytes, offset, length);
		if (count > 0) {
			this.digest.update(bytes, offset, count);
			this.left -= count;
		}
		if (!this.compared && (this.left == 0 || count < 0)) {
			compare();
		}
		return count;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void compare() throws IOException {
		this.compared = true;
		if (!SignatureCheck.same(HexFormat.of().formatHex(this.digest.digest()), this.expected)) {
			throw new RefusedBodyException(new AwsError(400, "XAmzContentSHA256Mismatch",
					"The provided 'x-amz-content-sha256' header does not match what was computed."));
		}
	}

}
