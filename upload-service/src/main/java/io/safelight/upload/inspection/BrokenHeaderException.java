package io.safelight.upload.inspection;

import java.io.IOException;

/**
 * A header says something that cannot be.
 */
final class BrokenHeaderException extends IOException {

	private static final long serialVersionUID = 1L;

	BrokenHeaderException(String message) {
		super(message);
	}

}
