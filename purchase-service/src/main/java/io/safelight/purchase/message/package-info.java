/**
 * What this service says to others.
 */
@NullMarked
package io.safelight.purchase.message;

import org.jspecify.annotations.NullMarked;
