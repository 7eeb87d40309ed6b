package io.safelight.cloud;

import java.io.IOException;

/**
 * The bytes of a body are not those that were signed.
 */
public final class RefusedBodyException extends IOException {

	private final transient AwsError error;

	RefusedBodyException(AwsError error) {
		super(error.explanation());
		this.error = error;
	}

	/**
	 * The refusal in AWS's words.
	 * @return the error to answer with
	 */
	public AwsError error() {
		return this.error;
	}

}
