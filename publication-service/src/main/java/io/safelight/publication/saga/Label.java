package io.safelight.publication.saga;

/**
 * Something that was seen in the picture.
 *
 * @param name what
 * @param confidence how sure that is, in per cent
 */
public record Label(String name, double confidence) {
}
