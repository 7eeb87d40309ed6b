/**
 * Links that work once: mint, landing page, claim, stream, consumed.
 */
@NullMarked
package io.safelight.purchase.link;

import org.jspecify.annotations.NullMarked;
