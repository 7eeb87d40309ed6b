package io.safelight.publication.analysis;

import io.safelight.publication.saga.RejectionCode;

/**
 * The file itself is at fault: trying again cannot help.
 */
public class UnusablePhotoException extends Exception {

	private static final long serialVersionUID = 1L;

	private final RejectionCode code;

	public UnusablePhotoException(RejectionCode code, String detail) {
		super(detail);
		this.code = code;
	}

	UnusablePhotoException(RejectionCode code, Throwable cause) {
		super(cause.getMessage(), cause);
		this.code = code;
	}

	public RejectionCode code() {
		return this.code;
	}

}
