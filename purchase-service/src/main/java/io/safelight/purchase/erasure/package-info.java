/**
 * Erasing what is known of a buyer: copies, key, links and names go, what was sold stays
 * on record without them.
 */
@NullMarked
package io.safelight.purchase.erasure;

import org.jspecify.annotations.NullMarked;
