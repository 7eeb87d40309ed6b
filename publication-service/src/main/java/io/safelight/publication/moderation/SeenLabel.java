package io.safelight.publication.moderation;

import org.jspecify.annotations.Nullable;

/**
 * Something that speaks against a picture, as Rekognition reports it.
 *
 * @param name what, in Rekognition's taxonomy
 * @param parent the broader label that it belongs to, if any
 * @param confidence how sure that is, in per cent
 */
public record SeenLabel(String name, @Nullable String parent, double confidence) {
}
