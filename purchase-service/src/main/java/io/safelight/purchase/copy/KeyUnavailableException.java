package io.safelight.purchase.copy;

/**
 * A user's key must not be used now: it is disabled, or pending deletion, or gone. Trying
 * again at once does not help; a person has to act.
 */
public class KeyUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public KeyUnavailableException(String message) {
		super(message);
	}

	public KeyUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
