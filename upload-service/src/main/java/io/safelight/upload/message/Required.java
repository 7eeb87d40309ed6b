package io.safelight.upload.message;

import org.jspecify.annotations.Nullable;

/**
 * Fields without which a message cannot be handled.
 */
final class Required {

	private Required() {
	}

	/**
	 * The field's value.
	 * @throws IllegalArgumentException if it is missing: the message is parked
	 */
	static <T> T field(@Nullable T value, String name) {
		if (value == null) {
			throw new IllegalArgumentException("'" + name + "' is missing");
		}
		return value;
	}

}
