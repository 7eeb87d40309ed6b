package io.safelight.cloud.kms;

import java.util.HexFormat;

/**
 * The hashes that signatures are made with.
 */
enum Digest {

	SHA_256("SHA-256", 32, "3031300d060960864801650304020105000420"),

	SHA_384("SHA-384", 48, "3041300d060960864801650304020205000430"),

	SHA_512("SHA-512", 64, "3051300d060960864801650304020305000440");

	private final String jdkName;

	private final int length;

	// The DER of DigestInfo up to the hash, RFC 8017 9.2 note 1.
	private final byte[] prefix;

	Digest(String jdkName, int length, String prefix) {
		this.jdkName = jdkName;
		this.length = length;
		this.prefix = HexFormat.of().parseHex(prefix);
	}

	String jdkName() {
		return this.jdkName;
	}

	/**
	 * The length of the hash in bytes.
	 */
	int length() {
		return this.length;
	}

	byte[] info(byte[] hash) {
		byte[] info = new byte[this.prefix.length + hash.length];
		System.arraycopy(this.prefix, 0, info, 0, this.prefix.length);
		System.arraycopy(hash, 0, info, this.prefix.length, hash.length);
		return info;
	}

}
