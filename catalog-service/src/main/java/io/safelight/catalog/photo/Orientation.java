package io.safelight.catalog.photo;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a picture lies.
 */
enum Orientation {

	/** Wider than high. */
	HORIZONTAL("horizontal"),
	/** Higher than wide. */
	VERTICAL("vertical"),
	/** As wide as high, but for a few pixels. */
	SQUARE("square");

	/** Sides that differ by less than this share look square to people. */
	private static final double TOLERANCE = 0.02;

	private final String wireName;

	Orientation(String wireName) {
		this.wireName = wireName;
	}

	static Orientation of(int width, int height) {
		if (Math.abs(width - height) <= TOLERANCE * Math.max(width, height)) {
			return SQUARE;
		}
		return (width > height) ? HORIZONTAL : VERTICAL;
	}

	/** As it is called in messages and in the API. */
	@JsonValue
	String wireName() {
		return this.wireName;
	}

}
