package io.safelight.cloud.kms;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A ciphertext as callers keep it: one byte of version, the key's id, the nonce, and what
 * AES-GCM made, its tag included.
 *
 * @param keyId the key that opens it
 * @param nonce 12 bytes, never used twice with the same key
 * @param sealed ciphertext and tag
 */
record CiphertextBlob(UUID keyId, byte[] nonce, byte[] sealed) {

	static final int NONCE_LENGTH = 12;

	private static final byte VERSION = 1;

	private static final int HEADER_LENGTH = 1 + 16 + NONCE_LENGTH;

	private static final int TAG_LENGTH = 16;

	/**
	 * Reads a blob.
	 * @param bytes what a caller sent
	 * @return the parts, not yet known to be genuine
	 */
	static CiphertextBlob parse(byte[] bytes) {
		if (bytes.length < HEADER_LENGTH + TAG_LENGTH || bytes[0] != VERSION) {
			throw KmsErrors.invalidCiphertext();
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
		UUID keyId = new UUID(buffer.getLong(), buffer.getLong());
		byte[] nonce = new byte[NONCE_LENGTH];
		buffer.get(nonce);
		byte[] sealed = new byte[buffer.remaining()];
		buffer.get(sealed);
		return new CiphertextBlob(keyId, nonce, sealed);
	}

	byte[] bytes() {
		return ByteBuffer.allocate(HEADER_LENGTH + this.sealed.length)
			.put(VERSION)
			.putLong(this.keyId.getMostSignificantBits())
			.putLong(this.keyId.getLeastSignificantBits())
			.put(this.nonce)
			.put(this.sealed)
			.array();
	}

}
