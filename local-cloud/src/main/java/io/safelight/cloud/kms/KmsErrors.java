package io.safelight.cloud.kms;

import io.safelight.cloud.AwsError;

/**
 * The refusals of KMS, in its own words where they are known.
 */
final class KmsErrors {

	private KmsErrors() {
	}

	static AwsError validation(String message) {
		return refusal("ValidationException", message);
	}

	static AwsError constraint(String member, String constraint) {
		return validation("1 validation error detected: Value at '" + member + "' failed to satisfy constraint: Member "
				+ constraint);
	}

	static AwsError notFound(String message) {
		return refusal("NotFoundException", message);
	}

	static AwsError alreadyExists(String message) {
		return refusal("AlreadyExistsException", message);
	}

	static AwsError disabled(KmsKey key) {
		return refusal("DisabledException", key.arn() + " is disabled.");
	}

	static AwsError invalidState(KmsKey key, String predicate) {
		return refusal("KMSInvalidStateException", key.arn() + " " + predicate + ".");
	}

	static AwsError invalidUsage(KmsKey key, String operation) {
		return refusal("InvalidKeyUsageException",
				key.arn() + " key usage is " + key.usage() + " which is not valid for " + operation + ".");
	}

	static AwsError invalidCiphertext() {
		return refusal("InvalidCiphertextException",
				"The ciphertext is not one of this account's, was changed, or its encryption context is another.");
	}

	static AwsError unsupported(String message) {
		return refusal("UnsupportedOperationException", message);
	}

	static AwsError refusal(String code, String message) {
		return new AwsError(400, code, message);
	}

}
