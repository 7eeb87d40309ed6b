package io.safelight.cloud.kms;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM under symmetric keys. The encryption context is authenticated
 * and not stored: who decrypts must know it. Safe for many threads.
 */
final class Sealer {

	private static final int TAG_BITS = 128;

	private final SecureRandom random;

	Sealer(SecureRandom random) {
		this.random = random;
	}

	CiphertextBlob seal(KmsKey key, byte[] plaintext, Map<String, String> context) {
		byte[] nonce = new byte[CiphertextBlob.NONCE_LENGTH];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plaintext);
			return new CiphertextBlob(UUID.fromString(key.id()), nonce, sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] open(KmsKey key, CiphertextBlob blob, Map<String, String> context) {
		try {
			return cipher(Cipher.DECRYPT_MODE, key, blob.nonce(), context).doFinal(blob.sealed());
		}
		catch (AEADBadTagException ex) {
			throw KmsErrors.invalidCiphertext();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Cipher cipher(int mode, KmsKey key, byte[] nonce, Map<String, String> context)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, new SecretKeySpec(key.material().secret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(EncryptionContext.canonical(context));
		return cipher;
	}

}
