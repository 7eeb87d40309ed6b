package io.safelight.offender.two;

import io.safelight.offender.one.One;
import org.jspecify.annotations.Nullable;

/**
 * Needs the other package, which needs this one.
 */
public record Two(@Nullable One one) {
}
