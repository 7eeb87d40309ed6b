package io.safelight.cloud;

/**
 * A refusal as AWS words it. The gate writes it in the protocol of the request.
 */
public final class AwsError extends RuntimeException {

	private final int status;

	private final String code;

	/**
	 * Makes a refusal.
	 * @param status the HTTP status, 4xx when the caller is to blame, 5xx otherwise
	 * @param code AWS's code, such as {@code NotFoundException}, without name space
	 * @param message what is wrong, for a person
	 */
	public AwsError(int status, String code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	/**
	 * The HTTP status.
	 * @return 4xx or 5xx
	 */
	public int status() {
		return this.status;
	}

	/**
	 * AWS's code of the error.
	 * @return for example {@code NotFoundException}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What is wrong, for a person.
	 * @return the message, never null
	 */
	public String explanation() {
		String message = getMessage();
		return (message != null) ? message : this.code;
	}

}
