package io.safelight.gateway.route;

/**
 * A service gave no answer.
 */
final class UpstreamException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	UpstreamException(Kind kind, Throwable cause) {
		super(kind + ": " + cause, cause);
		this.kind = kind;
	}

	Kind kind() {
		return this.kind;
	}

	/** Why not. */
	enum Kind {

		/** It could not be reached: the request had no effect. */
		DOWN,

		/** It was reached, but said nothing for too long. */
		SILENT,

		/** It was reached, but the connection broke or its answer was no HTTP. */
		BROKEN

	}

}
