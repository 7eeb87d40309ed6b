package io.safelight.cloud.sns;

/**
 * A filter policy cannot be understood.
 */
final class InvalidPolicyException extends RuntimeException {

	InvalidPolicyException(String message) {
		super(message);
	}

	String reason() {
		String message = getMessage();
		return (message != null) ? message : "not valid";
	}

}
