package io.safelight.cloud.ses;

import java.util.Base64;

/**
 * Raw messages on the wire.
 */
final class RawMessages {

	private RawMessages() {
	}

	static byte[] decode(String base64) {
		try {
			return Base64.getMimeDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new RefusedMailException("The raw message is not base64.");
		}
	}

}
