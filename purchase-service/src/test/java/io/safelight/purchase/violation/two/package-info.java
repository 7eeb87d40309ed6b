/**
 * Half of a cycle.
 */
@NullMarked
package io.safelight.purchase.violation.two;

import org.jspecify.annotations.NullMarked;
