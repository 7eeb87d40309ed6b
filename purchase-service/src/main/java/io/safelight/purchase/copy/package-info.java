/**
 * The buyer's copy: encrypted under the buyer's own key, streamed, verified.
 */
@NullMarked
package io.safelight.purchase.copy;

import org.jspecify.annotations.NullMarked;
