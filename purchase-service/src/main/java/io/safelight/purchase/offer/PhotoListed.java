package io.safelight.purchase.offer;

import java.util.List;

/**
 * What we read of {@code photo-listed} and {@code photo-changed}.
 *
 * @param photoId the photo
 * @param contributorId whose it is
 * @param title its title
 * @param offers the sizes that can be bought
 */
record PhotoListed(String photoId, String contributorId, String title, List<SizeOffer> offers) {
}
