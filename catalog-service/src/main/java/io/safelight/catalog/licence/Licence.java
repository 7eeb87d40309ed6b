package io.safelight.catalog.licence;

import java.util.List;

/**
 * A licence's terms in plain words. Terms never change under a name: other terms get
 * another name, so that what was bought stays what it was.
 *
 * @param id its name, such as {@code standard-1}
 * @param title what it is called
 * @param summary what it is, in a sentence or two
 * @param may what the buyer may do
 * @param mayNot what the buyer may not do
 * @param lasts for how long and where
 */
record Licence(String id, String title, String summary, List<String> may, List<String> mayNot, String lasts) {
}
