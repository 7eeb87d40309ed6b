package io.safelight.messaging.store;

/**
 * Other commits were changing the same rows, or the store was asked for too much at once.
 * Nothing was written; the same commit may be tried again.
 */
public class StoreBusyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StoreBusyException(String message, Throwable cause) {
		super(message, cause);
	}

}
