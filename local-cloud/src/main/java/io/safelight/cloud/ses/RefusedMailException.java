package io.safelight.cloud.ses;

/**
 * A mail that SES would not accept, and why.
 */
final class RefusedMailException extends RuntimeException {

	RefusedMailException(String reason) {
		super(reason, null, false, false);
	}

	String reason() {
		String message = getMessage();
		return (message != null) ? message : "The mail was refused.";
	}

}
