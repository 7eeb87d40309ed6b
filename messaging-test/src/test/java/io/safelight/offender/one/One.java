package io.safelight.offender.one;

import io.safelight.offender.two.Two;

/**
 * Needs the other package, which needs this one.
 */
public record One(Two two) {
}
