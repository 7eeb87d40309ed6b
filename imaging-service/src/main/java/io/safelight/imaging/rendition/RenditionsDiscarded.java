package io.safelight.imaging.rendition;

/**
 * What was made is deleted.
 *
 * @param photoId the photograph
 * @param epoch repeats the command's
 */
record RenditionsDiscarded(String photoId, int epoch) {
}
