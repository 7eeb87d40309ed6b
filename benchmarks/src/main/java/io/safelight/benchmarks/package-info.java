/**
 * Measures what this project claims, beside the alternatives, in the same run.
 */
@NullMarked
package io.safelight.benchmarks;

import org.jspecify.annotations.NullMarked;
