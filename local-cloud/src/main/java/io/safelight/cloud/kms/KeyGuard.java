package io.safelight.cloud.kms;

/**
 * What a key must be before cryptography is done with it.
 */
final class KeyGuard {

	private KeyGuard() {
	}

	/**
	 * Lets an enabled key of the right usage pass.
	 * @param key the key
	 * @param usage what it must be for
	 * @param operation what it is wanted for, named in the refusal
	 * @return the same key
	 */
	static KmsKey usable(KmsKey key, KeyUsage usage, String operation) {
		switch (key.state()) {
			case DISABLED -> throw KmsErrors.disabled(key);
			case PENDING_DELETION -> throw KmsErrors.invalidState(key, "is pending deletion");
			case ENABLED -> {
				if (key.usage() != usage) {
					throw KmsErrors.invalidUsage(key, operation);
				}
			}
		}
		return key;
	}

}
