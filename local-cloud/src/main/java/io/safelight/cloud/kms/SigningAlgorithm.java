package io.safelight.cloud.kms;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a key signs. The names are AWS's.
 */
enum SigningAlgorithm {

	RSASSA_PSS_SHA_256("RSA", 0, Digest.SHA_256), RSASSA_PSS_SHA_384("RSA", 0, Digest.SHA_384),
	RSASSA_PSS_SHA_512("RSA", 0, Digest.SHA_512), RSASSA_PKCS1_V1_5_SHA_256("RSA", 0, Digest.SHA_256),
	RSASSA_PKCS1_V1_5_SHA_384("RSA", 0, Digest.SHA_384), RSASSA_PKCS1_V1_5_SHA_512("RSA", 0, Digest.SHA_512),
	ECDSA_SHA_256("EC", 256, Digest.SHA_256), ECDSA_SHA_384("EC", 384, Digest.SHA_384),
	ECDSA_SHA_512("EC", 521, Digest.SHA_512);

	private final String family;

	private final int curveBits;

	private final Digest digest;

	SigningAlgorithm(String family, int curveBits, Digest digest) {
		this.family = family;
		this.curveBits = curveBits;
		this.digest = digest;
	}

	static Optional<SigningAlgorithm> named(String name) {
		return Arrays.stream(values()).filter((algorithm) -> algorithm.name().equals(name)).findFirst();
	}

	boolean fits(KeySpec spec) {
		return this.family.equals(spec.algorithm()) && (this.curveBits == 0 || this.curveBits == spec.bits());
	}

	Digest digest() {
		return this.digest;
	}

	/**
	 * Whether a digest made elsewhere can be signed. The JDK has no PSS over a digest.
	 */
	boolean takesDigests() {
		return !name().startsWith("RSASSA_PSS");
	}

	/**
	 * A signature over the message itself.
	 */
	Signature overMessage() throws GeneralSecurityException {
		if (!takesDigests()) {
			Signature signature = Signature.getInstance("RSASSA-PSS");
			signature.setParameter(new PSSParameterSpec(this.digest.jdkName(), "MGF1",
					new MGF1ParameterSpec(this.digest.jdkName()), this.digest.length(), 1));
			return signature;
		}
		String hash = this.digest.jdkName().replace("-", "");
		return Signature.getInstance(hash + "with" + (this.family.equals("EC") ? "ECDSA" : "RSA"));
	}

	/**
	 * A signature over a digest of the message. It is fed with {@link #framed}.
	 */
	Signature overDigest() throws GeneralSecurityException {
		return Signature.getInstance(this.family.equals("EC") ? "NONEwithECDSA" : "NONEwithRSA");
	}

	/**
	 * What {@link #overDigest} signs for a digest: PKCS #1 v1.5 wants the name of the
	 * hash before it (RFC 8017, 9.2).
	 */
	byte[] framed(byte[] hash) {
		return this.family.equals("EC") ? hash : this.digest.info(hash);
	}

}
