package io.safelight.search.colour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * The eleven basic colour terms of English (B. Berlin, P. Kay, "Basic Color Terms",
 * 1969), each by a typical colour. A colour has the name of the nearest.
 */
public enum ColourName {

	/** Nearly no light. */
	BLACK("000000"),
	/** Nearly all light. */
	WHITE("ffffff"),
	/** Neither, without a hue. */
	GREY("808080"),
	/** As a tomato. */
	RED("d62718"),
	/** As an orange. */
	ORANGE("f58a1f"),
	/** As a lemon. */
	YELLOW("f5d62d"),
	/** As a leaf. */
	GREEN("3f9b3f"),
	/** As the sky at noon or the sea. */
	BLUE("2f6fc4"),
	/** As an aubergine's skin. */
	PURPLE("7d3c98"),
	/** As a rose. */
	PINK("f09ab5"),
	/** As wood. */
	BROWN("7a4a21");

	private final Lab typical;

	ColourName(String hex) {
		this.typical = Lab.ofHex(hex);
	}

	public static ColourName of(Lab colour) {
		return Arrays.stream(values())
			.min(Comparator.comparingDouble((name) -> Ciede2000.distance(name.typical, colour)))
			.orElse(GREY);
	}

	/** As it is called in facets. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
