package io.safelight.search.colour;

import java.util.List;

/**
 * How well a picture fits the colours that somebody looks for.
 *
 * <p>
 * Each colour of the picture counts by its share times its nearness, which falls from 1
 * for the same colour to 0 at a CIEDE2000 distance of {@value #REACH}; a wanted colour
 * that gets less than {@value #TRACE} in all is not in the picture. With several wanted
 * colours each must be there, and the geometric mean counts: half and half fits better
 * than a lot of one and a trace of the other.
 *
 * @param wanted the colours looked for, at least one
 */
public record ColourMatch(List<Lab> wanted) {

	/** Colours farther apart than this look different to everybody. */
	public static final double REACH = 20;

	static final double TRACE = 0.02;

	/**
	 * A difference in lightness alone that is out of reach: it is divided by at most
	 * 1.75, and nothing else makes up for it (equations 18 and 22 of {@link Ciede2000}).
	 */
	private static final double TOO_LIGHT_OR_DARK = 1.75 * REACH;

	public ColourMatch {
		wanted = List.copyOf(wanted);
	}

	/** 0 if a colour is missing, else up to 1. */
	public double score(Palette palette) {
		double product = 1;
		for (Lab colour : this.wanted) {
			double presence = presence(colour, palette);
			if (presence < TRACE) {
				return 0;
			}
			product *= presence;
		}
		return Math.pow(product, 1.0 / this.wanted.size());
	}

	private static double presence(Lab wanted, Palette palette) {
		double sum = 0;
		for (Palette.Share share : palette.colours()) {
			double distance = distance(wanted, share.colour());
			if (distance < REACH) {
				sum += share.weight() * (1 - square(distance / REACH));
			}
		}
		return Math.min(sum, 1);
	}

	private static double distance(Lab one, Lab two) {
		return (Math.abs(one.l() - two.l()) > TOO_LIGHT_OR_DARK) ? REACH : Ciede2000.distance(one, two);
	}

	private static double square(double value) {
		return value * value;
	}

}
