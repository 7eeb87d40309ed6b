package io.safelight.purchase.violation.two;

import io.safelight.purchase.violation.one.One;

/**
 * Half of a cycle.
 *
 * @param one the other half
 */
public record Two(One[] one) {
}
