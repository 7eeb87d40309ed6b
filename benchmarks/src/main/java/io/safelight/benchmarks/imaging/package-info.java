/**
 * Pictures per second and core beside sharp, and how good they are: {@code ./safelight
 * bench imaging}.
 */
@NullMarked
package io.safelight.benchmarks.imaging;

import org.jspecify.annotations.NullMarked;
