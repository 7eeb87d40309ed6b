/**
 * How long all processes take to start, and what memory they hold.
 */
@NullMarked
package io.safelight.benchmarks.start;

import org.jspecify.annotations.NullMarked;
