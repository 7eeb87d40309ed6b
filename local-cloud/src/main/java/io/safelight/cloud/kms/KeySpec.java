package io.safelight.cloud.kms;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of key that can be made here. The names are AWS's.
 */
enum KeySpec {

	SYMMETRIC_DEFAULT("AES", 256, List.of(KeyUsage.ENCRYPT_DECRYPT)),

	RSA_2048("RSA", 2048, List.of(KeyUsage.SIGN_VERIFY)),

	RSA_3072("RSA", 3072, List.of(KeyUsage.SIGN_VERIFY)),

	RSA_4096("RSA", 4096, List.of(KeyUsage.SIGN_VERIFY)),

	ECC_NIST_P256("EC", 256, List.of(KeyUsage.SIGN_VERIFY)),

	ECC_NIST_P384("EC", 384, List.of(KeyUsage.SIGN_VERIFY)),

	ECC_NIST_P521("EC", 521, List.of(KeyUsage.SIGN_VERIFY));

	private final String algorithm;

	private final int bits;

	private final List<KeyUsage> usages;

	KeySpec(String algorithm, int bits, List<KeyUsage> usages) {
		this.algorithm = algorithm;
		this.bits = bits;
		this.usages = usages;
	}

	static Optional<KeySpec> named(String name) {
		return Arrays.stream(values()).filter((spec) -> spec.name().equals(name)).findFirst();
	}

	/**
	 * The algorithm as the JDK names it.
	 */
	String algorithm() {
		return this.algorithm;
	}

	int bits() {
		return this.bits;
	}

	boolean isSymmetric() {
		return this == SYMMETRIC_DEFAULT;
	}

	boolean allows(KeyUsage usage) {
		return this.usages.contains(usage);
	}

	/**
	 * The names of the algorithms a key of this kind signs with.
	 * @return none for a symmetric key
	 */
	List<SigningAlgorithm> signingAlgorithms() {
		return Arrays.stream(SigningAlgorithm.values()).filter((candidate) -> candidate.fits(this)).toList();
	}

	KeyMaterial generate(SecureRandom random) {
		if (isSymmetric()) {
			byte[] secret = new byte[this.bits / 8];
			random.nextBytes(secret);
			return new KeyMaterial(secret, new byte[0]);
		}
		KeyPair pair = generatePair(random);
		return new KeyMaterial(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
	}

	private KeyPair generatePair(SecureRandom random) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(this.algorithm);
			generator.initialize(this.bits, random);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
