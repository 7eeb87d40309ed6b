package io.safelight.messaging.sqs;

/**
 * A delivery must not be acknowledged. Said to the listener's container only.
 */
final class DeliveryFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DeliveryFailedException(Throwable cause) {
		super(cause);
	}

}
