/**
 * The lasting right to a photo in a size, and the state of the buyer's copy of it.
 */
@NullMarked
package io.safelight.purchase.licence;

import org.jspecify.annotations.NullMarked;
