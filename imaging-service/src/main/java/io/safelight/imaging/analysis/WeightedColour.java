package io.safelight.imaging.analysis;

/**
 * A colour and how much of the picture is like it.
 *
 * @param hex sRGB as {@code rrggbb}
 * @param weight part of the picture's area, between 0 and 1
 */
public record WeightedColour(String hex, double weight) {
}
