package io.safelight.imaging.rendition;

import java.util.List;

/**
 * The copies for sale are there.
 *
 * @param photoId the photograph
 * @param epoch repeats the command's
 * @param sizes the copies, smallest first
 */
record SaleSizesGenerated(String photoId, int epoch, List<StoredRendition> sizes) {
}
