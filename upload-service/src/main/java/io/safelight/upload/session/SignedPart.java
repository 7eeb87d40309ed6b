package io.safelight.upload.session;

import java.net.URI;
import java.time.Instant;

/**
 * Where to put a part.
 *
 * @param number from 1
 * @param bytes its size
 * @param url whoever has it may put this one part until it expires: a secret
 * @param expiresAt the end of that
 */
public record SignedPart(int number, long bytes, URI url, Instant expiresAt) {

	/** Without the URL, which must not get into a log. */
	@Override
	public String toString() {
		return "SignedPart[number=" + this.number + ", bytes=" + this.bytes + ", expiresAt=" + this.expiresAt + "]";
	}

}
