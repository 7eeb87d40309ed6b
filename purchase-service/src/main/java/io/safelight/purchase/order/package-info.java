/**
 * Buying: quote, charge, and one commit that makes it true.
 */
@NullMarked
package io.safelight.purchase.order;

import org.jspecify.annotations.NullMarked;
