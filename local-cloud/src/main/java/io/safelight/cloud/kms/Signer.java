package io.safelight.cloud.kms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * Makes and checks signatures.
 *
 * @param algorithm how
 * @param overDigest whether the message given is already a digest
 */
record Signer(SigningAlgorithm algorithm, boolean overDigest) {

	byte[] sign(KmsKey key, byte[] message) {
		try {
			Signature signature = signature();
			signature.initSign(privateKey(key));
			signature.update(input(message));
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean verify(KmsKey key, byte[] message, byte[] candidate) {
		try {
			Signature signature = signature();
			signature.initVerify(publicKey(key));
			signature.update(input(message));
			return signature.verify(candidate);
		}
		catch (SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Signature signature() throws GeneralSecurityException {
		return this.overDigest ? this.algorithm.overDigest() : this.algorithm.overMessage();
	}

	private byte[] input(byte[] message) {
		return this.overDigest ? this.algorithm.framed(message) : message;
	}

	private static PrivateKey privateKey(KmsKey key) throws GeneralSecurityException {
		return KeyFactory.getInstance(key.spec().algorithm())
			.generatePrivate(new PKCS8EncodedKeySpec(key.material().secret()));
	}

	private static PublicKey publicKey(KmsKey key) throws GeneralSecurityException {
		return KeyFactory.getInstance(key.spec().algorithm())
			.generatePublic(new X509EncodedKeySpec(key.material().open()));
	}

}
