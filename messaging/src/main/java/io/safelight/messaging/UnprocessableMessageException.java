package io.safelight.messaging;

/**
 * This message can never be handled, however often it is tried. It is parked with the
 * reason, for a person to look at.
 */
public class UnprocessableMessageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public UnprocessableMessageException(String reason) {
		super(reason);
	}

	public UnprocessableMessageException(String reason, Throwable cause) {
		super(reason, cause);
	}

}
