package io.safelight.purchase.copy;

/**
 * A copy cannot be made until something changes that no retry of ours changes. The
 * message is fit for the buyer.
 */
final class CopyBlockedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CopyBlockedException(String message) {
		super(message);
	}

	CopyBlockedException(String message, Throwable cause) {
		super(message, cause);
	}

}
