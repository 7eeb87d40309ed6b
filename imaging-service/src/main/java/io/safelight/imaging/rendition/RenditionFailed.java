package io.safelight.imaging.rendition;

/**
 * No copies could be made.
 *
 * @param photoId the photograph
 * @param epoch repeats the command's
 * @param kind {@code public} or {@code sale}
 * @param permanent whether trying again with the same original is of no use
 * @param code the reason for programs, such as {@code truncated-file}
 * @param reason the reason for the photographer
 */
record RenditionFailed(String photoId, int epoch, String kind, boolean permanent, String code, String reason) {
}
