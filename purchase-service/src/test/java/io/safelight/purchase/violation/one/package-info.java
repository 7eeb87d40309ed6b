/**
 * Half of a cycle.
 */
@NullMarked
package io.safelight.purchase.violation.one;

import org.jspecify.annotations.NullMarked;
