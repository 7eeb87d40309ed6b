package io.safelight.catalog.message;

/**
 * Something that was seen in the picture.
 *
 * @param name what was seen
 * @param confidence how sure the machine is, in percent
 */
public record Label(String name, double confidence) {
}
