package io.safelight.catalog.message;

/**
 * A watermarked rendition that everybody may see.
 *
 * @param name such as {@code w320}
 * @param width pixels
 * @param height pixels
 * @param bytes its length
 */
public record Preview(String name, int width, int height, long bytes) {
}
