package io.safelight.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * Fields that a message must have. A message without them is parked, not tried again.
 */
final class Required {

	private Required() {
	}

	static <T> T field(@Nullable T value, String name) {
		if (value == null) {
			throw new IllegalArgumentException("'" + name + "' is missing");
		}
		return value;
	}

}
