package io.safelight.purchase.violation.one;

import io.safelight.purchase.violation.two.Two;

/**
 * Half of a cycle.
 *
 * @param two the other half
 */
public record One(Two[] two) {
}
