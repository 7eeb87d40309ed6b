package io.safelight.purchase.payment;

/**
 * The payment provider did not answer: whether the charge was made is not known now, and
 * the same charge can be asked for again.
 */
public class PaymentsUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public PaymentsUnavailableException(String message) {
		super(message);
	}

}
