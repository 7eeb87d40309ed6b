package io.safelight.publication.saga;

/**
 * A colour of the picture.
 *
 * @param hex sRGB without {@code #}
 * @param weight its share; all shares add up to 1
 */
public record Colour(String hex, double weight) {
}
