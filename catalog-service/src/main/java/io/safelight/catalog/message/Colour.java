package io.safelight.catalog.message;

/**
 * A colour of the picture.
 *
 * @param hex sRGB as six hex digits, without {@code #}
 * @param weight its share of the picture, 0 to 1
 */
public record Colour(String hex, double weight) {
}
