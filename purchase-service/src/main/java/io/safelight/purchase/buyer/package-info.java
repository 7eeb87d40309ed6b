/**
 * Buyers whose personal data are erased: the fence before everything that would write of
 * them again.
 */
@NullMarked
package io.safelight.purchase.buyer;

import org.jspecify.annotations.NullMarked;
