package io.safelight.cloud.kms;

/**
 * What a key is for. A key is never for both.
 */
enum KeyUsage {

	ENCRYPT_DECRYPT, SIGN_VERIFY

}
