/**
 * The arithmetic of costs, against examples worked out by hand.
 */
@NullMarked
package io.safelight.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
