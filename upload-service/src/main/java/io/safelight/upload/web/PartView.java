package io.safelight.upload.web;

import java.net.URI;
import java.time.Instant;

import io.safelight.upload.session.SignedPart;

/**
 * A part and where to put it.
 *
 * @param number from 1
 * @param bytes its size
 * @param url for an HTTP PUT of exactly these bytes, no headers needed
 * @param expiresAt until when
 */
record PartView(int number, long bytes, URI url, Instant expiresAt) {

	static PartView of(SignedPart part) {
		return new PartView(part.number(), part.bytes(), part.url(), part.expiresAt());
	}

	/** Without the URL, which must not get into a log. */
	@Override
	public String toString() {
		return "PartView[number=" + this.number + "]";
	}

}
