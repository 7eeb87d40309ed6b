package io.safelight.purchase.copy;

/**
 * A copy at rest is not what the licence says it is: gone, changed, exchanged, or not to
 * be decrypted under its context. Nothing of it may be handed out.
 */
public class CopyBrokenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public CopyBrokenException(String message) {
		super(message);
	}

	public CopyBrokenException(String message, Throwable cause) {
		super(message, cause);
	}

}
